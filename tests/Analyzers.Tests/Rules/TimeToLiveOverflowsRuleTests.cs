using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TimeToLiveOverflowsRuleTests
{
    [Fact]
    public Task TimeToLive_OfAnInt_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("tasks"), PartitionKey("{Id}")]
        public sealed partial record Work(Guid Id, [property: TimeToLive] int {|DTK1043:Expires|});

        [DynamoTable("jobs"), PartitionKey("{Id}")]
        public sealed partial record Job(Guid Id, [property: TimeToLive] int? {|DTK1043:Expires|});
        """);

    [Fact]
    public Task TimeToLive_OfALongOrATime_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("tasks"), PartitionKey("{Id}")]
        public sealed partial record Work(Guid Id, [property: TimeToLive] long Expires);

        [DynamoTable("jobs"), PartitionKey("{Id}")]
        public sealed partial record Job(Guid Id, [property: TimeToLive] DateTimeOffset? Expires);
        """);

    [Fact]
    public Task TimeToLive_IsMadeALongByTheFix() => DesignRule.FixesAsync<TimeToLiveOverflowsFixer>(
        """
        [DynamoTable("tasks"), PartitionKey("{Id}")]
        public sealed partial record Work(Guid Id, [property: TimeToLive] int? {|DTK1043:Expires|});
        """,
        """
        [DynamoTable("tasks"), PartitionKey("{Id}")]
        public sealed partial record Work(Guid Id, [property: TimeToLive] long? Expires);
        """);
}
