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
    public Task Variables_ThatNothingSends_AreReported() => UseRule.ReportsAsync(
        """
        await Task.Yield();
        var put = {|DTK2010:runs.Put(run)|};
        var update = {|DTK2010:runs.Update(key).Set(r => r.Name, "x")|};
        update.Add(r => r.Steps, 1).If(r => r.Active);
        if (run.Active)
            update.Set(r => r.Active, false);
        Query<Run> query = {|DTK2010:runs.Query(partition)|};
        """);

    [Fact]
    public Task Variables_ThatMayBeSent_AreAllowed() => UseRule.ReportsAsync(
        """
        await Task.Yield();
        var put = runs.Put(run);
        var later = put;
        await later.ExecuteAsync();
        var captured = runs.Delete(key);
        Func<Task> run1 = () => captured.ExecuteAsync();
        await run1();
        var chained = runs.Update(key);
        await chained.Set(r => r.Name, "x").ExecuteAsync();
        var passed = runs.Put(run);
        await db.TransactWriteAsync([passed]);
        var query = runs.Query(partition);
        var page = await query.GetPageAsync();
        """);

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
