using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NotExecutedRuleTests
{
    [Fact]
    public Task Writes_ThatAreNeverSent_AreExecuted() => UseRule.FixesAsync<NotExecutedFixer>(
        """
        await Task.Yield();
        {|DTK2010:runs.Put(run)|};
        {|DTK2010:runs.Update(key).Add(r => r.Steps, 1).If(r => r.Active)|};
        {|DTK2010:runs.Delete(key)
            .ReturnOld()|};
        {|DTK2010:db.Table<Run>().Get(key)|};
        _ = {|DTK2010:runs.Put(run).If(r => r.RunId.NotExists())|};
        if (run.Active)
            {|DTK2010:runs.Delete(key)|};
        Func<Task> later = async () => { await Task.Yield(); {|DTK2010:runs.Delete(key)|}; };
        """,
        """
        await Task.Yield();
        await runs.Put(run).ExecuteAsync();
        await runs.Update(key).Add(r => r.Steps, 1).If(r => r.Active).ExecuteAsync();
        await runs.Delete(key)
            .ReturnOld().ExecuteAsync();
        await db.Table<Run>().Get(key).ExecuteAsync();
        _ = await runs.Put(run).If(r => r.RunId.NotExists()).ExecuteAsync();
        if (run.Active)
            await runs.Delete(key).ExecuteAsync();
        Func<Task> later = async () => { await Task.Yield(); await runs.Delete(key).ExecuteAsync(); };
        """);

    [Fact]
    public Task Requests_WhereNothingCanBeAwaited_GetNoFix() => UseRule.OffersNothingAsync<NotExecutedFixer>(
        """
        {|DTK2010:runs.Query(partition).Where(r => r.Active)|};
        {|DTK2010:runs.Query(Run.Index.ByStatus("x")).Where(r => r.Active)|};
        {|DTK2010:runs.Scan().InParallel(4)|};
        {|DTK2010:runs.Check(key).If(r => r.Active)|};
        names.ForEach(name => {|DTK2010:runs.Delete(key)|});
        Action later = () => {|DTK2010:runs.Put(run)|};
        """,
        "void");

    [Fact]
    public Task Requests_ThatAreSentOrKept_AreAllowed() => UseRule.ReportsAsync(
        """
        await runs.Put(run).ExecuteAsync();
        var update = runs.Update(key);
        update.Set(r => r.Name, "x");
        if (run.Active)
            update.If(r => r.Active);
        await update.ExecuteAsync();
        await foreach (var one in runs.Scan().Where(r => r.Active))
            names.Add(one.RunId);
        var query = runs.Query(partition);
        query.Where(r => r.Active).Limit(3);
        names.Add((await query.ToListAsync()).Count.ToString());
        await db.TransactWriteAsync([runs.Put(run), runs.Check(key).If(r => r.Active)]);
        await db.BatchWriteAsync(names.Select(name => runs.Put(run)));
        Func<string, Put<Run>> put = name => runs.Put(run);
        put("x");
        """);
}
