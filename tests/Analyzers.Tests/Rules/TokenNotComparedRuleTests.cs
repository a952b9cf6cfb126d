namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TokenNotComparedRuleTests
{
    [Fact]
    public Task Write_ByKey_IsReported() => CallRule.ReportsAsync(
        """
        await docs.{|DTK2032:Update|}(Doc.Key("1")).Set(d => d.Text, "x").ExecuteAsync();
        await docs.{|DTK2032:DeleteAsync|}(Doc.Key("1"));
        await docs.{|DTK2032:Delete|}(Doc.Key("1")).ExecuteAsync();
        """);

    [Fact]
    public Task Write_OfAnItemWithAConditionOrOfACount_IsAllowed() => CallRule.AllowsAsync(
        """
        await docs.Update(doc).Set(d => d.Text, "x").ExecuteAsync();
        await docs.DeleteAsync(doc);
        await docs.Update(Doc.Key("1")).Set(d => d.Text, "x").IfConcurrencyToken(3).ExecuteAsync();
        await docs.Update(Doc.Key("1")).Set(d => d.Text, "x").If(d => d.Views == 0).ExecuteAsync();
        await docs.Update(Doc.Key("1")).Add(d => d.Views, 1).ExecuteAsync();
        await runs.DeleteAsync(key);
        """);
}
