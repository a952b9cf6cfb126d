namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TooManyLocalIndexesRuleTests
{
    [Fact]
    public Task Indexes_OfAllTypesOfATable_AreAddedUp() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t")]
        [LocalIndex("index1", "A#{Text}")]
        [LocalIndex("index2", "A#{Text}")]
        [LocalIndex("index3", "A#{Text}")]
        [LocalIndex("index4", "A#{Text}")]
        [LocalIndex("index5", "A#{Text}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }

        [DynamoTable("table-t")]
        [LocalIndex("index5", "A#{Text}")]
        [LocalIndex("index6", "A#{Text}")]
        public sealed partial class {|DTK1019:B|}
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }
        """);

    [Fact]
    public Task Indexes_ThatAreFive_AreAllowedBesideGlobalOnes() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t")]
        [LocalIndex("index1", "A#{Text}")]
        [LocalIndex("index2", "A#{Text}")]
        [LocalIndex("index3", "A#{Text}")]
        [LocalIndex("index4", "A#{Text}")]
        [LocalIndex("index5", "A#{Text}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }

        [DynamoTable("table-t")]
        [LocalIndex("index5", "A#{Text}")]
        [GlobalIndex("index6", "A#{Text}")]
        [GlobalIndex("index7", "A#{Text}")]
        [GlobalIndex("index8", "A#{Text}")]
        [GlobalIndex("index9", "A#{Text}")]
        public sealed partial class B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Text { get; set; }
        }
        """);
}
