using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MemberByNameRuleTests
{
    [Fact]
    public Task Name_OfAMember_BecomesALambda() => RuleVerifier<UseAnalyzer>.FixesAsync<MemberByNameFixer>(
        UseRule.Method(
            """
            await runs.Update(key).Set({|DTK2012:"name"|}, "x").ExecuteAsync();
            await runs.Update(key).Remove({|DTK2012:"Score"|}).ExecuteAsync();
            """),
        UseRule.Method(
            """
            await runs.Update(key).Set(r => r.Name, "x").ExecuteAsync();
            await runs.Update(key).Remove(r => r.Score).ExecuteAsync();
            """),
        mayHaveErrors: true);

    [Fact]
    public Task Name_OfNoMember_IsLeftToTheCompiler() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        UseRule.Method(
            """
            await runs.Update(key).Set("nothing", "x").ExecuteAsync();
            """),
        mayHaveErrors: true);
}
