namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class CollectionUnboundedRuleTests
{
    [Fact]
    public Task Collection_ThatGrowsWithALocalIndex_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("logs"), PartitionKey("{Device}"), SortKey("{At}"), {|DTK3006:LocalIndex("byLevel", "{Text}")|}]
        public sealed partial record Log(string Device, DateTimeOffset At, string Text);

        [DynamoTable("runs"), PartitionKey("{Experiment}"), SortKey("{Id}"), {|DTK3006:LocalIndex("byName", "{Name}")|}]
        [Workload(ItemsPerKey = 11_000_000, ItemBytes = 1000)]
        public sealed partial record Run(string Experiment, Guid Id, string Name);
        """);

    [Fact]
    public Task Collection_WithABound_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("logs"), PartitionKey("{Device}"), SortKey("{At}"), LocalIndex("byLevel", "{Text}")]
        public sealed partial record Log(string Device, DateTimeOffset At, string Text, [property: TimeToLive] DateTimeOffset Expires);

        [DynamoTable("runs"), PartitionKey("{Experiment}"), SortKey("{Id}"), LocalIndex("byName", "{Name}")]
        public sealed partial record Run(string Experiment, Guid Id, string Name);

        [DynamoTable("jobs"), PartitionKey("{Queue}"), SortKey("{At}"), LocalIndex("byName", "{Name}"), Workload(ItemsPerKey = 1000)]
        public sealed partial record Job(string Queue, DateTimeOffset At, string Name);

        [DynamoTable("events"), PartitionKey("{Device}"), SortKey("{At}"), GlobalIndex("byName", "{Name}")]
        public sealed partial record Event(string Device, DateTimeOffset At, string Name);
        """);
}
