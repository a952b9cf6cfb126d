namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class CounterKeysCoincideRuleTests
{
    [Fact]
    public Task Key_ThatACounterCanHave_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Id}"), SortKey("{Kind}#{Name}#{Title}#{Part}")]
        public sealed partial class A
        {
            public required string Id { get; init; }
            public required string Kind { get; init; }
            public required string Name { get; init; }
            public required string Title { get; init; }
            public required string Part { get; init; }

            [ShardedCounter(8)]
            public long {|DTK0122:Views|} { get; set; }
        }

        [DynamoTable("table-b"), PartitionKey("B#{Id}"), SortKey("META")]
        public sealed partial class B
        {
            public required string Id { get; init; }

            [ShardedCounter(8)]
            public long {|DTK0122:Views|} { get; set; }
        }

        [DynamoTable("table-b"), PartitionKey("B#{Id}"), SortKey("COUNTER#{Kind}#{Name}#{Part}")]
        public sealed partial record Other(string Id, string Kind, string Name, string Part);

        [DynamoTable("table-b"), PartitionKey("C#{Id}"), SortKey("COUNTER#{Kind}#{Name}#{Part}")]
        public sealed partial record Elsewhere(string Id, string Kind, string Name, string Part);

        [DynamoTable("table-d"), PartitionKey("D#{Id}"), SortKey("{Name}#X")]
        public sealed partial class D
        {
            public required string Id { get; init; }
            public required string Name { get; init; }

            [ShardedCounter(8)]
            public long Views { get; set; }
        }
        """);
}
