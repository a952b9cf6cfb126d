namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class UnprocessedIgnoredRuleTests
{
    [Fact]
    public Task Items_OfABatchThatNobodyKeeps_AreReported() => CallRule.ReportsAsync(
        """
        var items = (await runs.{|DTK2024:BatchGetAsync|}([key])).Items;
        """);

    [Fact]
    public Task Items_OfABatchThatIsKept_AreAllowed() => CallRule.AllowsAsync(
        """
        var batch = await runs.BatchGetAsync([key]);
        batch.ThrowIfIncomplete();
        var items = batch.Items;
        """);
}
