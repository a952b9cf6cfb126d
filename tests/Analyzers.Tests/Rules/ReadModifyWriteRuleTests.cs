namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ReadModifyWriteRuleTests
{
    [Fact]
    public Task Put_OfWhatWasReadAndChanged_IsReported() => CallRule.ReportsAsync(
        """
        var found = await runs.GetAsync(key);
        if (found is null)
            return;
        found.Steps++;
        await runs.{|DTK2031:PutAsync|}(found);

        if (await runs.GetAsync(key) is { } other)
        {
            other.Full.Width = 3;
            await runs.{|DTK2031:Put|}(other).ExecuteAsync();
        }

        var third = await runs.GetAsync(key) ?? throw new InvalidOperationException();
        third.Active = true;
        await runs.{|DTK2031:PutAsync|}(third);

        var fourth = await runs.GetAsync(key) ?? throw new InvalidOperationException();
        fourth.Active = true;
        await runs.{|DTK2031:Put|}(fourth).ExecuteAsync().ConfigureAwait(false);
        """);

    [Fact]
    public Task Put_ThatIsGuardedOrOfSomethingElse_IsAllowed() => CallRule.AllowsAsync(
        """
        var found = await runs.GetAsync(key);
        if (found is null)
            return;
        found.Steps++;
        await runs.Put(found).If(r => r.Steps == 1).ExecuteAsync();

        var fresh = new Run();
        fresh.Active = true;
        await runs.PutAsync(fresh);

        var copied = await runs.GetAsync(key);
        if (copied is not null)
            await runs.PutAsync(copied);

        var guarded = await docs.GetAsync(Doc.Key("1"));
        if (guarded is null)
            return;
        guarded.Text = "x";
        await docs.PutAsync(guarded);
        """);
}
