namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TooManyGlobalIndexesRuleTests
{
    [Fact]
    public Task Indexes_OfAllTypesOfATable_AreAddedUpAndReportedOnce() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t")]
        [GlobalIndex("index1", "A#{Text}")]
        [GlobalIndex("index2", "A#{Text}")]
        [GlobalIndex("index3", "A#{Text}")]
        [GlobalIndex("index4", "A#{Text}")]
        [GlobalIndex("index5", "A#{Text}")]
        [GlobalIndex("index6", "A#{Text}")]
        [GlobalIndex("index7", "A#{Text}")]
        [GlobalIndex("index8", "A#{Text}")]
        [GlobalIndex("index9", "A#{Text}")]
        [GlobalIndex("index10", "A#{Text}")]
        [GlobalIndex("index11", "A#{Text}")]
        [GlobalIndex("index12", "A#{Text}")]
        [GlobalIndex("index13", "A#{Text}")]
        [GlobalIndex("index14", "A#{Text}")]
        [GlobalIndex("index15", "A#{Text}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }

        [DynamoTable("table-t")]
        [GlobalIndex("index10", "A#{Text}")]
        [GlobalIndex("index11", "A#{Text}")]
        [GlobalIndex("index12", "A#{Text}")]
        [GlobalIndex("index13", "A#{Text}")]
        [GlobalIndex("index14", "A#{Text}")]
        [GlobalIndex("index15", "A#{Text}")]
        [GlobalIndex("index16", "A#{Text}")]
        [GlobalIndex("index17", "A#{Text}")]
        [GlobalIndex("index18", "A#{Text}")]
        [GlobalIndex("index19", "A#{Text}")]
        [GlobalIndex("index20", "A#{Text}")]
        [GlobalIndex("index21", "A#{Text}")]
        public sealed partial class {|DTK1018:B|}
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }

        [DynamoTable("table-t")]
        [GlobalIndex("index20", "A#{Text}")]
        [GlobalIndex("index21", "A#{Text}")]
        [GlobalIndex("index22", "A#{Text}")]
        [GlobalIndex("index23", "A#{Text}")]
        [GlobalIndex("index24", "A#{Text}")]
        [GlobalIndex("index25", "A#{Text}")]
        public sealed partial class C
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }
        """);

    [Fact]
    public Task Indexes_ThatAreTwentyOrOfOtherTables_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t")]
        [GlobalIndex("index1", "A#{Text}")]
        [GlobalIndex("index2", "A#{Text}")]
        [GlobalIndex("index3", "A#{Text}")]
        [GlobalIndex("index4", "A#{Text}")]
        [GlobalIndex("index5", "A#{Text}")]
        [GlobalIndex("index6", "A#{Text}")]
        [GlobalIndex("index7", "A#{Text}")]
        [GlobalIndex("index8", "A#{Text}")]
        [GlobalIndex("index9", "A#{Text}")]
        [GlobalIndex("index10", "A#{Text}")]
        [GlobalIndex("index11", "A#{Text}")]
        [GlobalIndex("index12", "A#{Text}")]
        [GlobalIndex("index13", "A#{Text}")]
        [GlobalIndex("index14", "A#{Text}")]
        [GlobalIndex("index15", "A#{Text}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }

        [DynamoTable("table-t")]
        [GlobalIndex("index10", "A#{Text}")]
        [GlobalIndex("index11", "A#{Text}")]
        [GlobalIndex("index12", "A#{Text}")]
        [GlobalIndex("index13", "A#{Text}")]
        [GlobalIndex("index14", "A#{Text}")]
        [GlobalIndex("index15", "A#{Text}")]
        [GlobalIndex("index16", "A#{Text}")]
        [GlobalIndex("index17", "A#{Text}")]
        [GlobalIndex("index18", "A#{Text}")]
        [GlobalIndex("index19", "A#{Text}")]
        [GlobalIndex("index20", "A#{Text}")]
        public sealed partial class B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }

        [DynamoTable("table-other")]
        [GlobalIndex("index20", "A#{Text}")]
        [GlobalIndex("index21", "A#{Text}")]
        [GlobalIndex("index22", "A#{Text}")]
        [GlobalIndex("index23", "A#{Text}")]
        [GlobalIndex("index24", "A#{Text}")]
        [GlobalIndex("index25", "A#{Text}")]
        public sealed partial class C
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }
        """);
}
