namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TransactionItemTwiceRuleTests
{
    [Fact]
    public Task Item_ThatIsWrittenTwice_IsReported() => CallRule.ReportsAsync(
        """
        await db.TransactWriteAsync([runs.Put(run), {|DTK2027:runs.Delete(run)|}]);
        await db.TransactWriteAsync(
            [runs.Check(Run.Key("1", "x")).If(r => r.Active), {|DTK2027:runs.Update(Run.Key("1", "x")).Set(r => r.Active, true)|}]);
        """);

    [Fact]
    public Task Items_ThatDiffer_AreAllowed() => CallRule.AllowsAsync(
        """
        await db.TransactWriteAsync([runs.Put(run), runs.Delete(key)]);
        await db.TransactWriteAsync([runs.Put(new Run()), runs.Put(new Run())]);
        await db.TransactWriteAsync([runs.Delete(Run.Key("1", "x")), runs.Delete(Run.Key("1", "y"))]);
        """);
}
