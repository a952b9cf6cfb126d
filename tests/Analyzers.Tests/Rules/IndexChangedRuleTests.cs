using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexChangedRuleTests
{
    private const string Before = """
        [DynamoTable("tracking"), PartitionKey("RUN#{RunId}"), SortKey("META")]
        [GlobalIndex("byState", "STATE#{State}", "Number", Projection = IndexProjection.KeysOnly)]
        [LocalIndex("byNumber", "Number")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
            public string State { get; set; } = "";
            public long Number { get; set; } = 1;
        }
        """;

    private const string Global = "GlobalIndex(\"byState\", \"STATE#{State}\", \"Number\", Projection = IndexProjection.KeysOnly)";

    [Theory]
    [InlineData(Global, "{|DTK4003:GlobalIndex(\"byState\", \"S#{State}\", \"Number\", Projection = IndexProjection.KeysOnly)|}")]
    [InlineData(Global, "{|DTK4003:GlobalIndex(\"byState\", \"STATE#{State}\", \"Number\")|}")]
    [InlineData(Global, "{|DTK4003:GlobalIndex(\"byState\", \"STATE#{State}\", \"Number\", Include = [nameof(State)])|}")]
    [InlineData(Global, "{|DTK4003:GlobalIndex(\"byState\", \"STATE#{State}\", Projection = IndexProjection.KeysOnly)|}")]
    [InlineData(
        Global,
        "{|DTK4003:GlobalIndex(\"byState\", \"STATE#{State}\", \"Number\", PartitionAttributeName = \"other\", "
        + "Projection = IndexProjection.KeysOnly)|}")]
    [InlineData("LocalIndex(\"byNumber\", \"Number\")", "{|DTK4003:LocalIndex(\"byNumber\", \"State\")|}")]
    [InlineData(
        "LocalIndex(\"byNumber\", \"Number\")",
        "{|DTK4003:LocalIndex(\"byNumber\", \"Number\", Projection = IndexProjection.KeysOnly)|}")]
    public Task Index_ThatIsAnother_IsReportedAtItsAttribute(string old, string now) =>
        SchemaRule.ReportsAsync(Before, Before.Replace(old, now, StringComparison.Ordinal));

    [Fact]
    public Task Index_ThatIsAnother_IsAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        Before,
        Before.Replace(Global, "{|DTK4003:GlobalIndex(\"byState\", \"S#{State}\", \"Number\")|}", StringComparison.Ordinal));

    [Fact]
    public Task Index_ThatIsNew_IsOnlyToBeRecorded() => SchemaRule.ReportsAsync(
        Before, Before.Replace("[LocalIndex", "[{|DTK4020:GlobalIndex(\"byName\", \"State\")|}]\n[LocalIndex", StringComparison.Ordinal));

    [Fact]
    public void Includes_InAnotherOrder_AreTheSame() => SchemaRule.Allows(
        Before.Replace("Projection = IndexProjection.KeysOnly", "Include = [nameof(State), nameof(RunId)]", StringComparison.Ordinal),
        Before.Replace("Projection = IndexProjection.KeysOnly", "Include = [nameof(RunId), nameof(State)]", StringComparison.Ordinal));
}
