namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NotAwaitedRuleTests
{
    [Fact]
    public Task Task_ThatIsDroppedWhereTheCompilerIsSilent_IsReported() => UseRule.ReportsAsync(
        """
        {|DTK2011:runs.PutAsync(run)|};
        {|DTK2011:runs.Update(key).Add(r => r.Steps, 1).ExecuteAsync()|};
        names.ForEach(name => {|DTK2011:runs.DeleteAsync(key)|});
        {|DTK2011:db.TransactWriteAsync([runs.Put(run)])|};
        """,
        "void");

    [Fact]
    public Task Task_ThatIsAwaitedReturnedOrDiscarded_IsAllowed() => UseRule.ReportsAsync(
        """
        _ = runs.PutAsync(run);
        var task = runs.PutAsync(run);
        Func<Task> later = () => runs.DeleteAsync(key);
        task.Wait();
        """,
        "void");
}
