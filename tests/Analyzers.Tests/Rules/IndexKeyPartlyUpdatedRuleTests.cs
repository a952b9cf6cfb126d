namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexKeyPartlyUpdatedRuleTests
{
    [Fact]
    public Task Update_OfOnePartOfAnIndexKey_IsReported() => CallRule.ReportsAsync(
        """
        await runs.Update(key).{|DTK2034:Set|}(r => r.Name, "x").ExecuteAsync();
        await runs.Update(key).Set(r => r.Active, true).{|DTK2034:Add|}(r => r.Steps, 1).ExecuteAsync();
        await db.TransactWriteAsync([runs.Update(key).{|DTK2034:Set|}(r => r.Steps, 3), docs.Put(doc)]);
        await runs.Update(key).{|DTK2034:Set|}(r => r.Name, "x").ExecuteAsync().ConfigureAwait(false);
        """);

    [Fact]
    public Task Update_OfAllPartsOrNone_IsAllowed() => CallRule.AllowsAsync(
        """
        await runs.Update(key).Set(r => r.Name, "x").Set(r => r.Steps, 3).ExecuteAsync();
        await runs.Update(key).Set(r => r.Active, true).ExecuteAsync();
        await runs.Update(key).Set(r => r.Status, "x").ExecuteAsync();
        await runs.Update(key).Remove(r => r.Name).ExecuteAsync();
        await runs.Update(key).Set(r => r.Name, null).ExecuteAsync();
        var update = runs.Update(key).Set(r => r.Name, "x");
        if (run.Active)
            update.Set(r => r.Steps, 3);
        await update.ExecuteAsync();
        """);
}
