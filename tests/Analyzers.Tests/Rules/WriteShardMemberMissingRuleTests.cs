namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class WriteShardMemberMissingRuleTests
{
    [Fact]
    public Task RandomShard_NeedsAMember() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Name}"), SortKey("{Id}"), {|DTK0103:WriteSharded(4)|}]
        public sealed partial record A(string Name, string Id);

        [DynamoTable("table-b"), PartitionKey("B#{Name}"), SortKey("{Id}"), WriteSharded(4)]
        public sealed partial record B(string Name, string Id, [property: WriteShard] int? Shard);
        """);

    [Fact]
    public Task Member_OfAnotherKind_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Name}"), SortKey("{Id}"), WriteSharded(4)]
        public sealed partial class A
        {
            public required string Name { get; init; }
            public required string Id { get; init; }

            [{|DTK0080:WriteShard|}]
            public int Shard { get; set; }
        }

        [DynamoTable("table-b"), PartitionKey("B#{Name}"), SortKey("{Id}"), WriteSharded(4, By = nameof(Id))]
        public sealed partial class B
        {
            public required string Name { get; init; }
            public required string Id { get; init; }

            [{|DTK0082:WriteShard|}]
            public int? Shard { get; set; }
        }

        [DynamoTable("table-c"), PartitionKey("C#{Name}"), SortKey("{Id}"), WriteSharded(4)]
        public partial struct C
        {
            public string Name { get; set; }
            public string Id { get; set; }

            [{|DTK0082:WriteShard|}]
            public int? Shard { get; set; }
        }
        """);
}
