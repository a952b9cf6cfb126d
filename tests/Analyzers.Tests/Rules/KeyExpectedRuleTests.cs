using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyExpectedRuleTests
{
    [Fact]
    public Task Value_ForAKey_BecomesAKey() => RuleVerifier<UseAnalyzer>.FixesAsync<KeyExpectedFixer>(
        UseRule.Method(
            """
            var one = await runs.GetAsync({|DTK2009:"1"|});
            await runs.DeleteAsync({|DTK2009:run.RunId|});
            var all = await runs.Query({|DTK2009:"1"|}).ToListAsync();
            """),
        UseRule.Method(
            """
            var one = await runs.GetAsync(Run.Key("1"));
            await runs.DeleteAsync(Run.Key(run.RunId));
            var all = await runs.Query(Run.Partition("1")).ToListAsync();
            """),
        mayHaveErrors: true);

    [Fact]
    public Task Value_OfAnotherType_IsLeftToTheCompiler() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        UseRule.Method(
            """
            var one = await runs.GetAsync(3.5);
            """),
        mayHaveErrors: true);
}
