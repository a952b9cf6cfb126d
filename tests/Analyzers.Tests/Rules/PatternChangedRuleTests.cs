using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class PatternChangedRuleTests
{
    private const string Doc = """
        [DynamoTable("docs"), PartitionKey("DOC#{Id}"), SortKey("V#{Number}")$]
        public sealed partial class Doc
        {
            public string Id { get; set; } = "";
            [Version] public int Number { get; set; }
        }
        """;

    private const string User = """
        [DynamoTable("users"), PartitionKey("USER#{Id}")]
        public sealed partial class User
        {
            public string Id { get; set; } = "";
            public string Realm { get; set; } = "";
            [Unique(Name = "mail"$)] public string {|DTK4011:Mail|} { get; set; } = "";
        }
        """;

    private const string Film = """
        [DynamoTable("films"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial class Film
        {
            public string Id { get; set; } = "";
            public string Realm { get; set; } = "";
            [TrigramIndexed(Name = "title"$)] public string {|DTK4011:Title|} { get; set; } = "";
        }
        """;

    [Fact]
    public Task Versions_WithAnotherAttribute_AreReportedAtTheirs() => SchemaRule.ReportsAsync(
        Doc.Replace("$", ", VersionControlled", StringComparison.Ordinal),
        Doc.Replace("$", ", {|DTK4011:VersionControlled(LatestVersionAttributeName = \"latest\")|}", StringComparison.Ordinal));

    [Fact]
    public Task UniqueValue_OfOtherMembers_IsReported() => SchemaRule.ReportsAsync(
        User.Replace("$", "", StringComparison.Ordinal).Replace("{|DTK4011:Mail|}", "Mail", StringComparison.Ordinal),
        User.Replace("$", ", Scope = [nameof(Realm)]", StringComparison.Ordinal));

    [Fact]
    public Task UniqueValue_OfOtherMembers_IsAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        User.Replace("$", "", StringComparison.Ordinal).Replace("{|DTK4011:Mail|}", "Mail", StringComparison.Ordinal),
        User.Replace("$", ", Scope = [nameof(Realm)]", StringComparison.Ordinal));

    [Theory]
    [InlineData("Scope = [nameof(Realm)]")]
    [InlineData("Upkeep = TrigramUpkeep.Stream")]
    public Task TrigramIndex_OfAnotherScopeOrUpkeep_IsReported(string change) => SchemaRule.ReportsAsync(
        Film.Replace("$", "", StringComparison.Ordinal).Replace("{|DTK4011:Title|}", "Title", StringComparison.Ordinal),
        Film.Replace("$", ", " + change, StringComparison.Ordinal));

    [Fact]
    public Task TrigramIndex_OfAnotherScope_SaysHowToIndexOlderItems() => SchemaRule.SaysAsync(
        Film.Replace("$", "", StringComparison.Ordinal).Replace("{|DTK4011:Title|}", "Title", StringComparison.Ordinal),
        Film.Replace("$", ", Scope = [nameof(Realm)]", StringComparison.Ordinal)
            .Replace("{|DTK4011:Title|}", "Title", StringComparison.Ordinal),
        "The trigram index 'title' of 'Film' is 'realm + title', but the baseline records 'title'; existing items have "
        + "the old postings, so index them again with RepairTrigramsAsync, and acknowledge the change");

    [Fact]
    public void Counters_OfAnotherNumber_AreFree()
    {
        const string Page = """
            [DynamoTable("pages"), PartitionKey("PAGE#{Url}"), SortKey("META")]
            public sealed partial class Page
            {
                public string Url { get; set; } = "";
                [ShardedCounter(8)] public long Views { get; set; }
            }
            """;
        SchemaRule.Allows(Page, Page.Replace("(8)", "(16)", StringComparison.Ordinal));
    }
}
