namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class CounterInOneItemRuleTests
{
    [Fact]
    public Task Counter_OfATypeWithOneItem_IsReported() => CallRule.ReportsAsync(
        """
        await db.Table<Total>().Update(Total.Key()).{|DTK2039:Add|}(t => t.Count, 1).ExecuteAsync();
        """);

    [Fact]
    public Task Counter_OfATypeWithManyItems_IsAllowed() => CallRule.AllowsAsync(
        """
        await docs.Update(Doc.Key("1")).Add(d => d.Views, 1).ExecuteAsync();
        await db.Table<Total>().Update(Total.Key()).Set(t => t.Count, 1).ExecuteAsync();
        """);
}
