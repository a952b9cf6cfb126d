using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class CallInLoopRuleTests
{
    [Fact]
    public Task Writes_InALoop_BecomeABatch() => CallRule.FixesAsync<CallInLoopFixer>(
        """
        foreach (var one in many)
            await runs.{|DTK2022:PutAsync|}(one);
        foreach (var one in many.Take(9)) {
            await runs.{|DTK2022:DeleteAsync|}(Run.Key(one.RunId, one.Sort)); }
        """,
        """
        (await runs.Client.BatchWriteAsync(many.Select(one => runs.Put(one)))).ThrowIfIncomplete();
        (await runs.Client.BatchWriteAsync(many.Take(9).Select(one => runs.Delete(Run.Key(one.RunId, one.Sort))))).ThrowIfIncomplete();
        """);

    [Fact]
    public Task Gets_InALoop_GetNoFix() => CallRule.OffersNothingAsync<CallInLoopFixer>(
        """
        foreach (var one in many)
        {
            var found = await runs.{|DTK2022:GetAsync|}(Run.Key(one.RunId, "x"));
            Console.WriteLine(found);
        }
        """);

    [Fact]
    public Task Queries_ByTheWholeKey_AreReported() => CallRule.ReportsAsync(
        """
        var found = new List<Run>();
        foreach (var one in many)
            found.AddRange(await runs.Query(Run.Partition(one.RunId), Run.SortKey.EqualTo("META")).{|DTK2022:ToListAsync|}());
        foreach (var sort in new[] { "a", "b" })
        {
            var only = await runs.Query(Run.Partition("1"), Run.SortKey.EqualTo(sort)).ConsistentRead().{|DTK2022:SingleOrDefaultAsync|}();
            found.Add(only!);
        }
        """);

    [Fact]
    public Task Queries_ThatABatchCantReplace_AreAllowed() => CallRule.AllowsAsync(
        """
        var found = new List<Run>();
        foreach (var one in many)
        {
            found.AddRange(await runs.Query(Run.Partition(one.RunId)).ToListAsync());
            found.AddRange(await runs.Query(Run.Partition(one.RunId), Run.SortKey.StartsWith("M")).ToListAsync());
            found.AddRange(await runs.Query(Run.Index.ByStatus(one.Status)).ToListAsync());
            found.AddRange(await runs.Query(Run.Partition("1"), Run.SortKey.EqualTo("META")).Where(r => r.Active).ToListAsync());
        }

        foreach (var one in many)
        {
            if (await runs.Query(Run.Partition(one.RunId), Run.SortKey.EqualTo("META")).AnyAsync())
                break;
        }

        foreach (var one in many)
            found.AddRange(await runs.Query(Run.Partition("1"), Run.SortKey.EqualTo("META")).ToListAsync());
        """);

    [Fact]
    public Task Loops_ThatABatchCantReplace_AreAllowed() => CallRule.AllowsAsync(
        """
        foreach (var one in many)
        {
            if (await runs.GetAsync(Run.Key(one.RunId, "x")) is { } found)
                break;
        }

        while (await runs.GetAsync(key) is null)
            await Task.Delay(10);
        foreach (var one in many)
            await runs.GetAsync(key);
        foreach (var one in new List<Doc>())
            await docs.PutAsync(one);
        foreach (var one in many)
            await runs.CreateAsync(one);
        foreach (var one in many)
        {
            if (one.Active)
                await runs.PutAsync(one);
        }

        foreach (var one in many)
        {
            try
            {
                await runs.PutAsync(one);
            }
            catch (InvalidOperationException)
            {
            }
        }

        foreach (var one in many)
        {
            var other = await runs.GetAsync(Run.Key(one.RunId, "x"));
            await runs.Update(key).Set(r => r.Active, other is null).ExecuteAsync();
        }
        """);
}
