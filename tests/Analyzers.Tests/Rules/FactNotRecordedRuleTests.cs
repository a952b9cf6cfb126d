using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.Shared.Schema;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class FactNotRecordedRuleTests
{
    private const string Run = """
        [DynamoTable("tracking"), PartitionKey("RUN#{RunId}"), SortKey("META")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
            public DayOfWeek Day { get; set; }
            public Size? Size { get; set; }
        }

        [DynamoMap]
        public sealed partial class Size
        {
            public int Width { get; set; }
        }
        """;

    private static readonly string Marked = Run
        .Replace("class Run", "class {|DTK4020:Run|}", StringComparison.Ordinal)
        .Replace("class Size", "class {|DTK4020:Size|}", StringComparison.Ordinal);

    [Fact]
    public Task Types_WithAnEmptyBaseline_AreRecordedByAFix() =>
        SchemaRule.FixesAsync<FactNotRecordedFixer>("", Marked, SchemaRule.Record(Run));

    [Fact]
    public Task Types_WithoutABaseline_AreNotReported() => RuleVerifier<SchemaAnalyzer>.ReportsAsync(Rule.Usings + Run);

    [Fact]
    public Task Types_ThatAreRecorded_AreNotReported() => SchemaRule.ReportsAsync(Run, Run);

    [Fact]
    public Task Types_WithAnotherFile_AreNotReported() => RuleVerifier<SchemaAnalyzer>.ReportsAsync(
        Rule.Usings + Run, file: new RuleFile("DynamoSchema.Other.txt", "nonsense"));

    [Fact]
    public Task Types_WhileTheBaselineIsWritten_AreNotReported() => RuleVerifier<SchemaAnalyzer>.ReportsAsync(
        Rule.Usings + Run,
        config: new Dictionary<string, string> { ["build_property.DynamoSchemaUpdating"] = "true" },
        file: new RuleFile(SchemaFile.Name, "nonsense"));

    [Fact]
    public Task Member_OfARenamedMap_IsRecordedByAFix() => SchemaRule.FixesAsync<FactNotRecordedFixer>(
        SchemaRule.Record(Run),
        Run.Replace("Size? Size", "Extent? {|DTK4020:Size|}", StringComparison.Ordinal)
            .Replace("class Size", "class {|DTK4020:Extent|}", StringComparison.Ordinal),
        SchemaRule.Record(
            Run.Replace("Size?", "Extent?", StringComparison.Ordinal).Replace("class Size", "class Extent", StringComparison.Ordinal)));

    [Fact]
    public Task Rename_IsRecordedByAFix() => SchemaRule.FixesAsync<FactNotRecordedFixer>(
        SchemaRule.Record(Run) + "*REMOVED* item Run: attribute old = S, optional\n",
        Run.Replace("class Run", "class {|DTK4020:TrackedRun|}", StringComparison.Ordinal)
            .Replace("Size?", "Extent?", StringComparison.Ordinal)
            .Replace("class Size", "class {|DTK4020:Extent|}", StringComparison.Ordinal),
        SchemaUpdate.Apply(
            SchemaRule.Record(Run.Replace("class Run", "class TrackedRun", StringComparison.Ordinal)
                .Replace("Size?", "Extent?", StringComparison.Ordinal).Replace("class Size", "class Extent", StringComparison.Ordinal))
            + "*REMOVED* item TrackedRun: attribute old = S, optional\n",
            []));
}
