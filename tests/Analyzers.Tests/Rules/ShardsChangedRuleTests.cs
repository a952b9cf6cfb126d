using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ShardsChangedRuleTests
{
    private const string Message = """
        [DynamoTable("chats"), PartitionKey("ROOM#{Room}"), SortKey("{Id}")$]
        public sealed partial class Message
        {
            public string Room { get; set; } = "";
            public string Id { get; set; } = "";
            public string Author { get; set; } = "";
        }
        """;

    [Theory]
    [InlineData("", "WriteSharded(4, By = nameof(Id))")]
    [InlineData("WriteSharded(4, By = nameof(Id))", "WriteSharded(8, By = nameof(Id))")]
    [InlineData("WriteSharded(4, By = nameof(Id))", "WriteSharded(16, Also = 8, By = nameof(Id))")]
    [InlineData("WriteSharded(8, Also = 4, By = nameof(Id))", "WriteSharded(8, By = nameof(Id))")]
    public Task Shards_ThatReadsDoNotCover_AreReported(string before, string after) =>
        SchemaRule.ReportsAsync(With(before), With($"{{|DTK4005:{after}|}}"));

    [Fact]
    public Task Shards_ThatAreGone_AreReportedAtTheType() => SchemaRule.ReportsAsync(
        With("WriteSharded(4, By = nameof(Id))"), With("").Replace("class Message", "class {|DTK4005:Message|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("WriteSharded(4, By = nameof(Id))", "WriteSharded(4, Also = 8, By = nameof(Id))")]
    [InlineData("WriteSharded(4, By = nameof(Id))", "WriteSharded(8, Also = 4, By = nameof(Id))")]
    [InlineData("WriteSharded(4, Also = 8, By = nameof(Id))", "WriteSharded(8, Also = 4, By = nameof(Id))")]
    public void Shards_WithTheOldNumberDeclared_AreFree(string before, string after) => SchemaRule.Allows(With(before), With(after));

    [Fact]
    public Task Shards_OfAnIndex_AreReportedAtTheirAttribute() => SchemaRule.ReportsAsync(
        With("GlobalIndex(\"byAuthor\", \"A#{Author}\", \"Id\"), WriteSharded(4, Index = \"byAuthor\")"),
        With("GlobalIndex(\"byAuthor\", \"A#{Author}\", \"Id\"), {|DTK4005:WriteSharded(8, Index = \"byAuthor\")|}"));

    [Fact]
    public Task Shards_ThatHaveMoved_AreAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        With("WriteSharded(8, Also = 4, By = nameof(Id))"), With("{|DTK4005:WriteSharded(8, By = nameof(Id))|}"));

    private static string With(string attribute) =>
        Message.Replace("$", attribute.Length == 0 ? "" : ", " + attribute, StringComparison.Ordinal);
}
