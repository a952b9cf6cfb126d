namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LoadOverTableQuotaRuleTests
{
    [Fact]
    public Task Load_OverTheQuota_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("events"), PartitionKey("{Id}"), {|DTK3012:Workload(PeakWritesPerSecond = 20001, ItemBytes = 2000)|}]
        public sealed partial record Event(Guid Id);

        [DynamoTable("jobs"), PartitionKey("{Id}"), Workload(PeakWritesPerSecond = 20000, ItemBytes = 2000)]
        public sealed partial record Job(Guid Id);
        """);

    [Fact]
    public Task Quota_IsThatOfTheConfiguration() => DesignRule.AllowsAsync(
        """
        [DynamoTable("events"), PartitionKey("{Id}"), Workload(PeakWritesPerSecond = 20001, ItemBytes = 2000)]
        public sealed partial record Event(Guid Id);
        """, ("table_units", "80000"));
}
