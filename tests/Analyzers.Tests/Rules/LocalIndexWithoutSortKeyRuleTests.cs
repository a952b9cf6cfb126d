namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LocalIndexWithoutSortKeyRuleTests
{
    [Fact]
    public Task LocalIndex_OfATableWithoutSortKey_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [{|DTK1012:LocalIndex("byEnd", "{End}")|}]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public long End { get; set; }
        }
        """);

    [Fact]
    public Task LocalIndex_WhoseSortKeyIsWrong_IsNotReportedToo() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [SortKey({|DTK1006:"{Missing}"|})]
        [LocalIndex("byEnd", "{End}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public long End { get; set; }
        }
        """);

    [Fact]
    public Task LocalIndex_OfATableWithSortKey_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [SortKey("{Start}")]
        [LocalIndex("byEnd", "{End}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public long Start { get; init; }

            public long End { get; set; }
        }
        """);
}
