namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class BaselineMalformedRuleTests
{
    private const string User = """
        [DynamoTable("users")]
        public sealed partial class User
        {
            [PartitionKey] public string Id { get; set; } = "";
        }
        """;

    [Fact]
    public Task Lines_ThatAreNone_AreReportedInTheFile() => SchemaRule.ReportsAgainstAsync(
        SchemaRule.Record(User) + "{|DTK4021:item User: colour = red|}\n# a comment\n\n", User);

    [Fact]
    public Task Line_ThatIsThereTwice_IsReported() => SchemaRule.ReportsAgainstAsync(
        SchemaRule.Record(User) + "{|DTK4021:item User: table = users|}\n", User);

    [Fact]
    public Task Marks_OfAMergeConflict_AreReportedWithWhatContradicts() => SchemaRule.ReportsAgainstAsync(
        SchemaRule.Record(User).Replace(
            "item User: table = users",
            """
            {|DTK4021:<<<<<<< ours|}
            item User: table = users
            {|DTK4021:=======|}
            {|DTK4021:item User: table = people|}
            {|DTK4021:>>>>>>> theirs|}
            """,
            StringComparison.Ordinal),
        User);

    [Fact]
    public Task Baseline_WithOtherLineEnds_IsRight() =>
        SchemaRule.ReportsAgainstAsync(SchemaRule.Record(User).ReplaceLineEndings("\r\n"), User);
}
