namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NestingTooDeepRuleTests
{
    [Fact]
    public Task Nesting_OfMapsAndLists_IsAddedUp() => Rule.ReportsAsync(Source("{|DTK0015:Run|}", lists: 16, dictionaries: 16));

    [Fact]
    public Task Nesting_Of32Levels_IsAllowed() => Rule.AllowsAsync(Source("Run", lists: 16, dictionaries: 15));

    /// <summary>An item type with a map inside lists, and dictionaries inside the map, which is a level itself.</summary>
    private static string Source(string name, int lists, int dictionaries) => $$"""
        [DynamoTable("runs")]
        public sealed partial class {{name}}
        {
            [PartitionKey]
            public required string Id { get; init; }

            public {{Nested("List<", "Inner", lists)}}? Deep { get; set; }
        }

        [DynamoMap]
        public sealed partial class Inner
        {
            public {{Nested("Dictionary<string, ", "string", dictionaries)}}? Deep { get; set; }
        }
        """;

    private static string Nested(string opening, string innermost, int levels) =>
        string.Concat(Enumerable.Repeat(opening, levels)) + innermost + new string('>', levels);
}
