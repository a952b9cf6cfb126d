using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ItemTypeMovedRuleTests
{
    private const string Before = """
        [DynamoTable("tracking"), PartitionKey("RUN#{RunId}")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
        }

        [DynamoTable("tracking"), PartitionKey("STEP#{Id}")]
        public sealed partial class Step
        {
            public string Id { get; set; } = "";
        }
        """;

    private static readonly string After = Before.Replace(
        "[DynamoTable(\"tracking\"), PartitionKey(\"RUN",
        "[{|DTK4002:DynamoTable(\"runs\")|}, PartitionKey(\"RUN",
        StringComparison.Ordinal);

    [Fact]
    public Task Type_InAnotherTable_IsReportedAtItsAttribute() => SchemaRule.ReportsAsync(
        Before,
        After.Replace("class Run", "class {|DTK4020:Run|}", StringComparison.Ordinal));

    [Fact]
    public Task Type_InAnotherTable_IsAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        SchemaRule.Record(Before) + "table runs: key = partition pk S\n",
        After,
        SchemaRule.Record(Before).Replace("item Run: table = tracking", "item Run: table = runs", StringComparison.Ordinal)
            .Replace("table tracking", "table runs: key = partition pk S\ntable tracking", StringComparison.Ordinal));

    [Fact]
    public Task Type_OfTheSameTable_IsNotReported() => SchemaRule.ReportsAsync(Before, Before);
}
