namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class WriteShardsNotPossibleRuleTests
{
    [Fact]
    public Task Key_ThatCanHaveNoShards_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), SortKey("{Id}"), {|DTK0101:WriteSharded(4, By = nameof(Id))|}]
        public sealed partial record A([property: PartitionKey] string Name, string Id);

        [DynamoTable("table-b"), PartitionKey("B#{Name}"), {|DTK0101:WriteSharded(4, By = nameof(Id))|}]
        public sealed partial record B(string Name, string Id);

        [DynamoTable("table-c"), GlobalIndex("byState", "{State}"), {|DTK0101:WriteSharded(4, Index = "byStat")|}]
        public sealed partial record C([property: PartitionKey] string Id, string State);

        [DynamoTable("table-d"), PartitionKey("D#{Name}"), SortKey("{Id}"), LocalIndex("byState", "{State}")]
        [{|DTK0101:WriteSharded(4, By = nameof(Id))|}]
        public sealed partial record D(string Name, string Id, string State);

        [DynamoTable("table-e"), PartitionKey("E#{Name}"), SortKey("{Id}"), LocalIndex("byState", "{State}")]
        [{|DTK0101:WriteSharded(4, Index = "byState")|}]
        public sealed partial record E(string Name, string Id, string State);

        [DynamoTable("table-f"), GlobalIndex("byState", new[] { "{State}", "{Kind}" }, new[] { "{Id}" })]
        [{|DTK0101:WriteSharded(4, Index = "byState")|}]
        public sealed partial record F([property: PartitionKey] string Id, string State, string Kind);

        [DynamoTable("table-g"), GlobalIndex("byState", "{State}"), {|DTK0101:WriteSharded(4, Index = "byState")|}]
        public sealed partial record G([property: PartitionKey] byte[] Id, string State);
        """);

    [Fact]
    public Task Also_ThatDoesNotFit_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Name}"), SortKey("{Id}"), {|DTK0101:WriteSharded(4, By = nameof(Id), Also = 4)|}]
        public sealed partial record A(string Name, string Id);

        [DynamoTable("table-b"), PartitionKey("B#{Name}"), SortKey("{Id}"), {|DTK0101:WriteSharded(6, By = nameof(Id), Also = 4)|}]
        public sealed partial record B(string Name, string Id);

        [DynamoTable("table-c"), PartitionKey("C#{Name}"), SortKey("{Id}"), {|DTK0101:WriteSharded(4, By = nameof(Id), Also = 300)|}]
        public sealed partial record C(string Name, string Id);

        [DynamoTable("table-d"), PartitionKey("D#{Name}"), SortKey("{Id}"), WriteSharded(16, By = nameof(Id), Also = 4)]
        public sealed partial record D(string Name, string Id);

        [DynamoTable("table-e"), PartitionKey("E#{Name}"), SortKey("{Id}"), WriteSharded(6, Also = 4)]
        public sealed partial record E(string Name, string Id, [property: WriteShard] int? Shard);
        """);

    [Fact]
    public Task Declared_Twice_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Name}"), SortKey("{Id}")]
        [WriteSharded(4, By = nameof(Id)), {|DTK0101:WriteSharded(8, By = nameof(Id))|}]
        public sealed partial record A(string Name, string Id);
        """);

    [Fact]
    public Task Versions_OfAnItem_StayInOnePartition() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Name}"), SortKey("{Version}"), VersionControlled]
        [{|DTK0101:WriteSharded(4, By = nameof(Version))|}]
        public sealed partial class A
        {
            public required string Name { get; init; }

            [Version]
            public int Version { get; set; }
        }

        [DynamoTable("table-b"), PartitionKey("B#{Name}"), SortKey("{Version}"), VersionControlled]
        [GlobalIndex("byState", "{State}"), WriteSharded(4, Index = "byState")]
        public sealed partial class B
        {
            public required string Name { get; init; }

            public string? State { get; set; }

            [Version]
            public int Version { get; set; }
        }
        """);
}
