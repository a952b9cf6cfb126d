namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TimeBucketKeyRuleTests
{
    [Fact]
    public Task Key_OfADay_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("logs"), {|DTK3003:PartitionKey("{Day}")|}, SortKey("{At}#{Id}")]
        public sealed partial record Log(DateOnly Day, DateTimeOffset At, Guid Id);

        [DynamoTable("events"), {|DTK3003:PartitionKey("EVENTS#{CreatedHour}")|}, SortKey("{Id}")]
        public sealed partial record Event(string CreatedHour, Guid Id);

        [DynamoTable("audit"), {|DTK3003:PartitionKey("{Year}#{Month}")|}, SortKey("{Id}")]
        public sealed partial record Audit(int Year, int Month, Guid Id);
        """);

    [Fact]
    public Task Key_WithAnIdOrOneItemADay_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("logs"), PartitionKey("{Device}#{Day}"), SortKey("{At}")]
        public sealed partial record Log(string Device, DateOnly Day, DateTimeOffset At);

        [DynamoTable("days"), PartitionKey("DAY#{Day}")]
        public sealed partial record Summary(DateOnly Day, int Count);

        [DynamoTable("updates"), PartitionKey("{Update}"), SortKey("{Candidate}")]
        public sealed partial record Change(string Update, string Candidate);

        [DynamoTable("events"), PartitionKey("{Day}"), SortKey("{Id}"), Workload(PeakWritesPerSecond = 300, ItemBytes = 300)]
        public sealed partial record Event(DateOnly Day, Guid Id);
        """);
}
