namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TrigramKeysCoincideRuleTests
{
    [Fact]
    public Task Keys_ThatCanBeThoseOfPostings_AreReported() => Rule.ReportsAsync("""
        [DynamoTable("films")]
        public sealed partial class {|DTK0096:Film|}
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Part { get; init; }

            [TrigramIndexed]
            public string? Title { get; set; }
        }

        [DynamoTable("shared"), PartitionKey("SONG#{Id}"), SortKey("SONG")]
        public sealed partial class Song
        {
            public required string Id { get; init; }

            [TrigramIndexed]
            public string? Title { get; set; }
        }

        [DynamoTable("shared"), PartitionKey("{Kind}#{Id}"), SortKey("{Year}#{Month}#{Day}")]
        public sealed partial class {|DTK0096:Other|}
        {
            public required string Kind { get; init; }

            public required string Id { get; init; }

            public required string Year { get; init; }

            public required string Month { get; init; }

            public required string Day { get; init; }
        }
        """);

    [Fact]
    public Task Keys_ThatCanBeThoseOfLedgers_AreReported() => Rule.ReportsAsync("""
        [DynamoTable("films"), SortKey("LEDGER")]
        public sealed partial class {|DTK0096:Film|}
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]
            public string? Title { get; set; }
        }
        """);

    [Fact]
    public Task Keys_OfAnotherForm_AreFine() => Rule.AllowsAsync("""
        [DynamoTable("films"), SortKey("FILM")]
        public sealed partial class Film
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TrigramIndexed]
            public string? Title { get; set; }
        }

        [DynamoTable("songs"), SortKey("{Part}#{Take}#{Cut}")]
        public sealed partial class Song
        {
            [PartitionKey]
            public required Guid Id { get; init; }

            public required string Part { get; init; }

            public required string Take { get; init; }

            public required string Cut { get; init; }

            [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]
            public string? Title { get; set; }
        }

        [DynamoTable("plain")]
        public sealed partial class Plain
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Part { get; init; }
        }
        """);
}
