namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TransactionTooLargeRuleTests
{
    [Fact]
    public Task Transaction_OfMoreThanAHundred_IsReported() => CallRule.ReportsAsync(
        """
        await db.TransactWriteAsync({|DTK2026:Enumerable.Range(0, 101).Select(i => runs.Put(new Run { RunId = i.ToString() }))|});
        """);

    [Fact]
    public Task Transaction_OfAHundredOrAnUnknownNumber_IsAllowed() => CallRule.AllowsAsync(
        """
        await db.TransactWriteAsync(Enumerable.Range(0, 100).Select(i => runs.Put(new Run { RunId = i.ToString() })));
        await db.TransactWriteAsync(Enumerable.Range(0, many.Count).Select(i => runs.Put(many[i])));
        """);
}
