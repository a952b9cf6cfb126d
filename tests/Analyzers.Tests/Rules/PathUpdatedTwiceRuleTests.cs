namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class PathUpdatedTwiceRuleTests
{
    [Fact]
    public Task Paths_ThatOverlap_AreReported() => CallRule.ReportsAsync(
        """
        await runs.Update(key).Set(r => r.Active, true).{|DTK2035:Set|}(r => r.Active, false).ExecuteAsync();
        await runs.Update(key).Set(r => r.Full.Width, 1).{|DTK2035:Remove|}(r => r.Full).ExecuteAsync();
        """);

    [Fact]
    public Task Paths_ThatDiffer_AreAllowed() => CallRule.AllowsAsync(
        """
        await runs.Update(key).Set(r => r.Full.Width, 1).Set(r => r.Full.Height, 2).ExecuteAsync();
        await runs.Update(key).Set(r => r.Counts["a"], 1).Set(r => r.Counts["b"], 2).ExecuteAsync();
        """);
}
