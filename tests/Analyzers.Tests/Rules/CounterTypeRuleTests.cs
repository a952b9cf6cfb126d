namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class CounterTypeRuleTests
{
    [Fact]
    public Task Type_ThatCannotCount_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("pages"), PartitionKey("PAGE#{Url}"), SortKey("META")]
        public sealed partial class Page
        {
            public required string Url { get; init; }

            [{|DTK0120:ShardedCounter(8)|}]
            public double A { get; set; }

            [{|DTK0120:ShardedCounter(8)|}]
            public long? B { get; set; }

            [ShardedCounter(8)]
            public int C { get; set; }

            [ShardedCounter(8)]
            public decimal D { get; set; }
        }
        """);
}
