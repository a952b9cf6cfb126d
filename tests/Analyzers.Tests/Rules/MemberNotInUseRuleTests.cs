using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MemberNotInUseRuleTests
{
    [Theory]
    [InlineData("r => r.{|DTK2004:Status|} == \"x\"", "runs.Query(Run.Index.ByStatus(\"x\")).Where($)")]
    [InlineData("r => r.{|DTK2004:RunId|}", "runs.Update(key).Set($, \"x\")")]
    [InlineData("r => r.{|DTK2004:Cache|} == \"x\"", "runs.Scan().Where($)")]
    public Task Member_ThatTheUseLacks_IsReported(string lambda, string call) => UseRule.RefusesAsync(lambda, call);

    [Fact]
    public Task Message_SaysWhatToDo() => UseRule.SaysAsync(
        "r => r.RunId",
        "'RunId' can't be used in this Set(); it is part of the table's key, which never changes; "
        + "delete the item and put it under its new key, in one transaction",
        "runs.Update(key).Set($, \"x\")");

    [Fact]
    public Task Keys_InTheFilterOfAQuery_AreReportedIfTheyAreTheMembersOwnAttributes() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        """
        using System.Threading.Tasks;
        using DynamoToolkit;

        [DynamoTable("points"), PartitionKey("RUN#{RunId}")]
        public sealed partial class Point
        {
            public string RunId { get; set; } = "";
            [SortKey] public int Step { get; set; }
        }

        public static class Use
        {
            public static Task Of(DynamoTable<Point> points) =>
                points.Query(Point.Partition("a")).Where(p => p.RunId == "a" && p.{|DTK2004:Step|} > 3).ToListAsync();
        }
        """,
        mayHaveErrors: true);

    [Fact]
    public Task Members_ThatTheUseHas_AreAllowed() => UseRule.ReportsAsync(
        """
        await runs.Scan().Where(r => r.RunId == "x").ToListAsync();
        await runs.Put(run).If(r => r.RunId.NotExists()).ExecuteAsync();
        await runs.Update(key).Set(r => r.Status, "x").Set(r => r.Steps, 3).Set(r => r.Name, "y").ExecuteAsync();
        await runs.Query(partition).Where(r => r.RunId == "x").ToListAsync();
        await runs.Query(Run.Index.ByStatus("x")).Where(r => r.RunId == "y").ToListAsync();
        """);

    [Fact]
    public Task Name_ThatNoMemberHas_IsLeftToTheCompiler() => UseRule.RefusesAsync("r => r.Nothing == 3");
}
