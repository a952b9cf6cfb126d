namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class WriteShardCountRuleTests
{
    [Fact]
    public Task Number_OutOfRange_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Name}"), SortKey("{Id}"), {|DTK0100:WriteSharded(1, By = nameof(Id))|}]
        public sealed partial record A(string Name, string Id);

        [DynamoTable("table-b"), PartitionKey("B#{Name}"), SortKey("{Id}"), {|DTK0100:WriteSharded(257, By = nameof(Id))|}]
        public sealed partial record B(string Name, string Id);

        [DynamoTable("table-c"), GlobalIndex("byState", "{State}"), {|DTK0100:WriteSharded(0, Index = "byState")|}]
        public sealed partial record C([property: PartitionKey] string Id, string State);

        [DynamoTable("table-d"), PartitionKey("D#{Name}"), SortKey("{Id}"), WriteSharded(256, By = nameof(Id))]
        [GlobalIndex("byState", "{State}"), WriteSharded(2, Index = "byState")]
        public sealed partial record D(string Name, string Id, string State);
        """);
}
