namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class BatchRefusesRuleTests
{
    [Fact]
    public Task Writes_ThatABatchCantDo_AreReported() => CallRule.ReportsAsync(
        """
        _ = await db.BatchWriteAsync([runs.Put(run), {|DTK2033:runs.Update(key).Set(r => r.Active, true)|}]);
        _ = await db.BatchWriteAsync([{|DTK2033:runs.Put(run).If(r => r.Active)|}, {|DTK2033:runs.Check(key).If(r => r.Active)|}]);
        _ = await db.BatchWriteAsync(many.Select(r => {|DTK2033:runs.Delete(r).If(d => d.Active)|}));
        _ = await db.BatchWriteAsync([{|DTK2033:docs.Put(doc)|}, {|DTK2033:docs.Delete(doc)|}]);
        """);

    [Fact]
    public Task PlainWrites_AreAllowed() => CallRule.ReportsAsync(
        """
        _ = await db.BatchWriteAsync([runs.Put(run), runs.Delete(key)]);
        _ = await db.BatchWriteAsync(many.Select(r => runs.Put(r)));
        _ = await db.BatchWriteAsync([docs.{|DTK2032:Delete|}(Doc.Key("1"))]);
        """);
}
