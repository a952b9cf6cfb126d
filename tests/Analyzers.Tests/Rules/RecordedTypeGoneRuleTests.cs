using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RecordedTypeGoneRuleTests
{
    private const string Run = """
        [DynamoTable("tracking"), PartitionKey("RUN#{RunId}")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
        }
        """;

    private const string Step = """

        [DynamoTable("tracking"), PartitionKey("STEP#{Id}")]
        public sealed partial class Step
        {
            public string Id { get; set; } = "";
        }
        """;

    [Fact]
    public Task Type_ThatIsGone_IsReportedAtItsFirstLine() => SchemaRule.ReportsAgainstAsync(
        SchemaRule.Record(Run + Step).Replace(
            "item Step: attribute id = S, key", "{|DTK4010:item Step: attribute id = S, key|}", StringComparison.Ordinal),
        Run);

    [Fact]
    public Task Type_ThatIsGone_IsAcknowledgedByAFixThatDeletesItsLines() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        SchemaRule.Record(Run + Step).Replace(
            "item Step: attribute id = S, key", "{|DTK4010:item Step: attribute id = S, key|}", StringComparison.Ordinal),
        Run,
        SchemaRule.Record(Run));

    [Fact]
    public Task Enum_OfARemovedAttribute_GoesWithIt()
    {
        const string Attribute = "public DayOfWeek Day { get; set; }";
        var before = Run.Replace("\"\";", $"\"\";\n    {Attribute}", StringComparison.Ordinal);
        return SchemaRule.ReportsAgainstAsync(
            SchemaRule.Record(before).Replace(
                "enum System.DayOfWeek: name Friday", "{|DTK4020:enum System.DayOfWeek: name Friday|}", StringComparison.Ordinal),
            Run.Replace("class Run", "class {|DTK4012:Run|}", StringComparison.Ordinal));
    }

    [Fact]
    public void Type_InAnotherNamespace_IsFree() => SchemaRule.Allows(Run + Step, "namespace Shop;\n\n" + Run + Step);

    [Fact]
    public Task Types_ThatCouldBothBeIt_AreNotTaken() => SchemaRule.ReportsAgainstAsync(
        """
        {|DTK4010:item Old: partition key = "RUN#{runId}"|}
        item Old: table = tracking
        {|DTK4010:item Older: partition key = "RUN#{runId}"|}
        item Older: table = tracking
        table tracking: key = partition pk S
        """,
        Run.Replace("class Run", "class {|DTK4020:Run|}", StringComparison.Ordinal));

    [Fact]
    public Task Type_WithAMistake_IsNotTakenForGone() => SchemaRule.ReportsAgainstAsync(
        SchemaRule.Record(Run + Step), Run + Step.Replace("{Id}", "{Ids}", StringComparison.Ordinal));
}
