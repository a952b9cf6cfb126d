using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SingleItemTransactionRuleTests
{
    [Fact]
    public Task Transaction_OfOneWrite_IsExecutedAlone() => CallRule.FixesAsync<SingleItemTransactionFixer>(
        """
        await db.{|DTK2025:TransactWriteAsync|}([runs.Put(run)]);
        await db.{|DTK2025:TransactWriteAsync|}([runs.Delete(key).If(r => r.Active)], CancellationToken.None);
        """,
        """
        await runs.Put(run).ExecuteAsync();
        await runs.Delete(key).If(r => r.Active).ExecuteAsync(CancellationToken.None);
        """);

    [Fact]
    public Task Transaction_ThatIsMore_IsAllowed() => CallRule.AllowsAsync(
        """
        await db.TransactWriteAsync([runs.Put(run), docs.Put(doc)]);
        await db.TransactWriteAsync([runs.Check(key).If(r => r.Active)]);
        await db.TransactWriteAsync([runs.Put(run)], new TransactWriteOptions { ClientRequestToken = "x" });
        await db.TransactWriteAsync(many.Select(r => runs.Put(r)));
        await db.TransactWriteAsync([.. many.Select(r => runs.Put(r))]);
        """);
}
