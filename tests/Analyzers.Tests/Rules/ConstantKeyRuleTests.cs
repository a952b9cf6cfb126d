namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ConstantKeyRuleTests
{
    [Fact]
    public Task Key_ThatIsConstant_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("jobs"), {|DTK3002:PartitionKey("ALL")|}, SortKey("{Id}")]
        public sealed partial record Job(Guid Id);
        """);

    [Fact]
    public Task Key_OfOneItemOrWithALoad_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("config"), PartitionKey("CONFIG"), SortKey("META")]
        public sealed partial record Config(string Value);

        [DynamoTable("state"), PartitionKey("STATE")]
        public sealed partial record State(string Value);

        [DynamoTable("jobs"), PartitionKey("ALL"), SortKey("{Id}"), Workload(PeakWritesPerSecond = 5)]
        public sealed partial record Job(Guid Id);

        [DynamoTable("logs"), PartitionKey("LOG#{Id}"), SortKey("{At}")]
        public sealed partial record Log(Guid Id, DateTimeOffset At);

        [DynamoTable("jobs"), PartitionKey("ALL"), SortKey("{Id}"), ViewOf(typeof(Job))]
        public sealed partial record JobView(Guid Id);
        """);

    [Fact]
    public Task Load_ThatAConfigurationAssumes_IsComputedInstead() => DesignRule.ReportsAsync(
        """
        [DynamoTable("jobs"), {|DTK3011:PartitionKey("ALL")|}, SortKey("{Id}")]
        public sealed partial record Job(Guid Id);
        """, ("assumed_writes_per_second", "1001"));
}
