using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class BatchResultIgnoredRuleTests
{
    [Fact]
    public Task Result_OfABatch_IsChecked() => CallRule.FixesAsync<BatchResultIgnoredFixer>(
        """
        await db.{|DTK2023:BatchWriteAsync|}(many.Select(r => runs.Put(r)));
        await db.{|DTK2023:BatchWriteAsync|}(many.Select(r => runs.Put(r))).ConfigureAwait(false);
        """,
        """
        (await db.BatchWriteAsync(many.Select(r => runs.Put(r)))).ThrowIfIncomplete();
        (await db.BatchWriteAsync(many.Select(r => runs.Put(r))).ConfigureAwait(false)).ThrowIfIncomplete();
        """);

    [Fact]
    public Task Variable_ThatNothingReads_DropsTheResultToo() => CallRule.ReportsAsync(
        """
        var result = await db.{|DTK2023:BatchWriteAsync|}(many.Select(r => runs.Put(r)));
        BatchWriteResult other = await db.{|DTK2023:BatchWriteAsync|}(many.Select(r => runs.Put(r))).ConfigureAwait(false);
        """);

    [Fact]
    public Task Result_ThatIsUsedOrDiscarded_IsAllowed() => CallRule.AllowsAsync(
        """
        (await db.BatchWriteAsync(many.Select(r => runs.Put(r)))).ThrowIfIncomplete();
        var result = await db.BatchWriteAsync(many.Select(r => runs.Put(r)));
        if (result.Unprocessed.Count > 0)
            return;
        var other = await db.BatchWriteAsync(many.Select(r => runs.Put(r)));
        Action check = () => other.ThrowIfIncomplete();
        _ = await db.BatchWriteAsync(many.Select(r => runs.Put(r)));
        Func<Task<BatchWriteResult>> later = async () => await db.BatchWriteAsync(many.Select(r => runs.Put(r)));
        """);
}
