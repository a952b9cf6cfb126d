using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class CancellationNotPassedRuleTests
{
    [Fact]
    public Task Token_OfTheMethod_IsPassed() => CallRule.FixesAsync<CancellationNotPassedFixer>(
        """
        await runs.{|DTK2030:GetAsync|}(key);
        await runs.{|DTK2030:PutAsync|}(run);
        await runs.Update(key).Set(r => r.Active, true).{|DTK2030:ExecuteAsync|}();
        await foreach (var one in {|DTK2030:runs.Query(Run.Partition("1"))|})
            Console.WriteLine(one);
        """,
        """
        await runs.GetAsync(key, cancellationToken: cancel);
        await runs.PutAsync(run, cancel);
        await runs.Update(key).Set(r => r.Active, true).ExecuteAsync(cancel);
        await foreach (var one in runs.Query(Run.Partition("1")).WithCancellation(cancel))
            Console.WriteLine(one);
        """, ", CancellationToken cancel = default");

    [Fact]
    public Task Calls_WithTheTokenOrWithoutOneInScope_AreAllowed() => CallRule.AllowsAsync(
        """
        await runs.GetAsync(key, cancellationToken: cancel);
        await runs.PutAsync(run, CancellationToken.None);
        Func<Task> later = () => runs.PutAsync(run);
        await foreach (var one in runs.Query(Run.Partition("1")).WithCancellation(cancel))
            Console.WriteLine(one);
        """, ", CancellationToken cancel = default");

    [Fact]
    public Task Calls_WithoutAToken_AreAllowed() => CallRule.AllowsAsync(
        """
        await runs.GetAsync(key);
        await foreach (var one in runs.Query(Run.Partition("1")))
            Console.WriteLine(one);
        """);
}
