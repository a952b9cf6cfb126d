namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TrigramNameSharedRuleTests
{
    [Fact]
    public Task Name_OfAnotherTypesIndexInTheTable_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("shared"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial class Film
        {
            public required string Id { get; init; }

            [TrigramIndexed(Name = "title")]
            public string? Title { get; set; }
        }

        [DynamoTable("shared"), PartitionKey("SONG#{Id}"), SortKey("SONG")]
        public sealed partial class Song
        {
            public required string Id { get; init; }

            [TrigramIndexed]
            public string? Text { get; set; }

            [TrigramIndexed(Name = "title")]
            public string? {|DTK0098:Title|} { get; set; }
        }
        """);

    [Fact]
    public Task Names_OfOneTable_ThatDiffer_AreFine() => Rule.AllowsAsync("""
        [DynamoTable("shared"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial class Film
        {
            public required string Id { get; init; }

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

        [DynamoTable("books"), PartitionKey("BOOK#{Id}"), SortKey("BOOK")]
        public sealed partial class Book
        {
            public required string Id { get; init; }

            [TrigramIndexed(Name = "Film.Title")]
            public string? Title { get; set; }
        }
        """);

    [Fact]
    public Task Types_OfAFamily_ShareTheirIndex() => Rule.AllowsAsync("""
        [DynamoTable("media"), PartitionKey("MEDIUM#{Id}"), SortKey("MEDIUM")]
        public abstract partial class Medium
        {
            public required string Id { get; init; }

            [TrigramIndexed]
            public string? Title { get; set; }
        }

        [DynamoTable("media"), DynamoType("film")]
        public sealed partial class Film : Medium;

        [DynamoTable("media"), DynamoType("book")]
        public sealed partial class Book : Medium;
        """);
}
