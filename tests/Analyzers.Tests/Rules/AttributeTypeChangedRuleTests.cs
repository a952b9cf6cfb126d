using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class AttributeTypeChangedRuleTests
{
    private const string Before = """
        [DynamoTable("games")]
        public sealed partial class Game
        {
            [PartitionKey] public string Id { get; set; } = "";
            public int? Score { get; set; }
            public Size? Size { get; set; }
        }

        [DynamoMap]
        public sealed partial class Size
        {
            public int? Width { get; set; }
        }
        """;

    [Theory]
    [InlineData("int? Score", "string? {|DTK4009:Score|}")]
    [InlineData("int? Score", "short? {|DTK4009:Score|}")]
    [InlineData("int? Score", "List<int>? {|DTK4009:Score|}")]
    [InlineData("int? Score", "TimeSpan? {|DTK4009:Score|}")]
    [InlineData("int? Width", "string? {|DTK4009:Width|}")]
    public Task Member_OfATypeThatCanNotReadOldValues_IsReportedAtIt(string old, string now) =>
        SchemaRule.ReportsAsync(Before, Before.Replace(old, now, StringComparison.Ordinal));

    [Theory]
    [InlineData("int? Score", "long? Score")]
    [InlineData("int? Score", "decimal? Score")]
    [InlineData("int? Score", "int Score")]
    [InlineData("Size", "Extent")]
    public void Member_OfATypeThatReadsOldValues_IsFree(string old, string now)
    {
        var after = Before.Replace(old, now, StringComparison.Ordinal);
        if (now == "int Score")
            after = after.Replace("Score { get; set; }", "Score { get; set; } = 1;", StringComparison.Ordinal);
        else if (now == "Extent")
            after = after.Replace("public Extent? Extent", "[DynamoAttribute(\"size\")] public Extent? Extent", StringComparison.Ordinal);
        SchemaRule.Allows(Before, after);
    }

    [Fact]
    public Task Types_ThatAreOthers_AreAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        Before,
        Before.Replace("int? Score", "string? {|DTK4009:Score|}", StringComparison.Ordinal)
            .Replace("int? Width", "bool? {|DTK4009:Width|}", StringComparison.Ordinal));

    [Fact]
    public Task Name_OfARemovedAttribute_WithAnotherType_IsReported() => SchemaRule.ReportsAgainstAsync(
        SchemaRule.Record(Before).Replace("item Game: attribute score", "*REMOVED* item Game: attribute score", StringComparison.Ordinal),
        Before.Replace("int? Score", "string? {|DTK4009:Score|}", StringComparison.Ordinal));

    [Fact]
    public Task Name_OfARemovedAttribute_WithItsType_IsRecordedAgain() => SchemaRule.FixesAsync<FactNotRecordedFixer>(
        SchemaRule.Record(Before).Replace("item Game: attribute score", "*REMOVED* item Game: attribute score", StringComparison.Ordinal),
        Before.Replace("int? Score", "int? {|DTK4020:Score|}", StringComparison.Ordinal),
        SchemaRule.Record(Before));
}
