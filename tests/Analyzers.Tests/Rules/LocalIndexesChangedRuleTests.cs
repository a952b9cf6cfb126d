using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LocalIndexesChangedRuleTests
{
    private const string Run = """
        [DynamoTable("tracking"), PartitionKey("RUN#{RunId}"), SortKey("META")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
            public long Number { get; set; } = 1;
        }
        """;

    private const string Indexed = "[LocalIndex(\"byNumber\", \"Number\")]\n" + Run;

    [Fact]
    public Task Index_ThatIsNew_IsReportedAtItsAttribute() =>
        SchemaRule.ReportsAsync(
            Run,
            Indexed.Replace(
                "LocalIndex(\"byNumber\", \"Number\")",
                "{|DTK4004:{|DTK4020:LocalIndex(\"byNumber\", \"Number\")|}|}",
                StringComparison.Ordinal));

    [Fact]
    public Task Index_ThatIsGone_IsReportedAtTheType() =>
        SchemaRule.ReportsAsync(Indexed, Run.Replace("class Run", "class {|DTK4004:Run|}", StringComparison.Ordinal));

    [Fact]
    public Task Index_ThatIsGone_IsAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        Indexed, Run.Replace("class Run", "class {|DTK4004:Run|}", StringComparison.Ordinal));

    [Fact]
    public Task Index_OfANewTypeInARecordedTable_IsReported() => SchemaRule.ReportsAsync(
        Run,
        Run + """


        [DynamoTable("tracking"), PartitionKey("STEP#{Id}"), SortKey("{Id}")]
        [{|DTK4004:LocalIndex("byCount", "Count")|}]
        public sealed partial class {|DTK4020:Step|}
        {
            public string Id { get; set; } = "";
            public long Count { get; set; }
        }
        """);

    [Fact]
    public Task Index_OfANewTable_IsFree() => SchemaRule.ReportsAgainstAsync(
        "", Indexed.Replace("class Run", "class {|DTK4020:Run|}", StringComparison.Ordinal));
}
