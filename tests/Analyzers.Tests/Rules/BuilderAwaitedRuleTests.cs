using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class BuilderAwaitedRuleTests
{
    [Fact]
    public Task Builders_ThatAreAwaited_AreExecuted() => RuleVerifier<UseAnalyzer>.FixesAsync<BuilderAwaitedFixer>(
        UseRule.Method(
            """
            var one = await {|DTK2006:runs.Get(key)|};
            await {|DTK2006:runs.Put(run).If(r => r.Active)|};
            var all = await {|DTK2006:runs.Query(partition)|};
            """),
        UseRule.Method(
            """
            var one = await runs.Get(key).ExecuteAsync();
            await runs.Put(run).If(r => r.Active).ExecuteAsync();
            var all = await runs.Query(partition).ToListAsync();
            """),
        mayHaveErrors: true);

    [Fact]
    public Task Tasks_AreAllowed() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        UseRule.Method(
            """
            await runs.Put(run).ExecuteAsync();
            var one = await runs.GetAsync(key);
            """),
        mayHaveErrors: true);
}
