namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class CounterNotPossibleRuleTests
{
    [Fact]
    public Task Member_ThatCannotBeACounter_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Id}"), SortKey("META")]
        public sealed partial class A
        {
            public required string Id { get; init; }

            [{|DTK0121:ShardedCounter(1)|}]
            public long One { get; set; }

            [{|DTK0121:ShardedCounter(257)|}]
            public long Many { get; set; }

            [{|DTK0121:ShardedCounter(8)|}]
            public long Fixed { get; init; }

            [{|DTK0121:ShardedCounter(8)|}]
            public static long Shared { get; set; }

            [TimeToLive, {|DTK0121:ShardedCounter(8)|}]
            public long Expires { get; set; }

            [ShardedCounter(8)]
            public long Good { get; set; }

            [DynamoAttribute("good"), {|DTK0121:ShardedCounter(8)|}]
            public long Same { get; set; }
        }

        [DynamoTable("table-b")]
        public sealed partial class B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [{|DTK0121:ShardedCounter(8)|}]
            public long Views { get; set; }
        }

        [DynamoTable("table-c"), PartitionKey("C#{Id}"), SortKey("{At}")]
        public sealed partial class C
        {
            public required string Id { get; init; }

            public int At { get; set; }

            [{|DTK0121:ShardedCounter(8)|}]
            public long Views { get; set; }
        }

        [DynamoTable("table-d"), PartitionKey("D#{Id}"), SortKey("D#{At}"), WriteSharded(8, By = nameof(At))]
        public sealed partial class D
        {
            public required string Id { get; init; }

            public int At { get; set; }

            [{|DTK0121:ShardedCounter(8)|}]
            public long Views { get; set; }
        }

        [DynamoTable("table-e"), PartitionKey("E#{Id}"), SortKey("META")]
        public partial struct E
        {
            public string Id { get; set; }

            [{|DTK0121:ShardedCounter(8)|}]
            public long Views { get; set; }
        }

        [DynamoTable("table-g"), PartitionKey("G#{Id}"), SortKey("G#{Version}"), VersionControlled]
        public sealed partial class G
        {
            public required string Id { get; init; }

            [Version]
            public int Version { get; set; }

            [{|DTK0121:ShardedCounter(8)|}]
            public long Views { get; set; }
        }

        [DynamoMap]
        public sealed partial class F
        {
            [{|DTK0121:ShardedCounter(8)|}]
            public long Views { get; set; }
        }
        """);
}
