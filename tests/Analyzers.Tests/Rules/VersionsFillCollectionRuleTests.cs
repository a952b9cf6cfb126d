namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class VersionsFillCollectionRuleTests
{
    [Fact]
    public Task Versions_WithALocalIndex_AreReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("docs"), VersionControlled, PartitionKey("{Name}"), {|DTK3024:LocalIndex("byAuthor", "{Author}")|}]
        public sealed partial class Doc
        {
            public required string Name { get; init; }

            [SortKey, Version]
            public int Version { get; set; }

            public required string Author { get; init; }
        }
        """);

    [Fact]
    public Task Versions_WithAGlobalIndexOnly_AreAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("docs"), VersionControlled, PartitionKey("{Name}"), GlobalIndex("byAuthor", "{Author}")]
        public sealed partial class Doc
        {
            public required string Name { get; init; }

            [SortKey, Version]
            public int Version { get; set; }

            public required string Author { get; init; }
        }
        """);
}
