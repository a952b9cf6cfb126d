namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MemberNotInUseRuleTests
{
    [Theory]
    [InlineData("r => r.{|DTK2004:RunId|} == \"x\"", "runs.Query(partition).Where($)")]
    [InlineData("r => r.{|DTK2004:Status|} == \"x\"", "runs.Query(Run.Index.ByStatus(\"x\")).Where($)")]
    [InlineData("r => r.{|DTK2004:RunId|}", "runs.Update(key).Set($, \"x\")")]
    [InlineData("r => r.{|DTK2004:Cache|} == \"x\"", "runs.Scan().Where($)")]
    public Task Member_ThatTheUseLacks_IsReported(string lambda, string call) => UseRule.RefusesAsync(lambda, call);

    [Fact]
    public Task Message_SaysWhatToDo() => UseRule.SaysAsync(
        "r => r.RunId == \"x\"",
        "'RunId' can't be used in this Where(); it is part of the table's key; put the condition on the key into the query, or scan",
        "runs.Query(partition).Where($)");

    [Fact]
    public Task Members_ThatTheUseHas_AreAllowed() => UseRule.ReportsAsync(
        """
        await runs.Scan().Where(r => r.RunId == "x").ToListAsync();
        await runs.Put(run).If(r => r.RunId.NotExists()).ExecuteAsync();
        await runs.Update(key).Set(r => r.Status, "x").Set(r => r.Steps, 3).Set(r => r.Name, "y").ExecuteAsync();
        await runs.Query(Run.Index.ByStatus("x")).Where(r => r.RunId == "y").ToListAsync();
        """);

    [Fact]
    public Task Name_ThatNoMemberHas_IsLeftToTheCompiler() => UseRule.RefusesAsync("r => r.Nothing == 3");
}
