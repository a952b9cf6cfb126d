using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LambdaNotTakenRuleTests
{
    [Fact]
    public Task Scan_WithALambda_IsFiltered() => RuleVerifier<UseAnalyzer>.FixesAsync<LambdaNotTakenFixer>(
        UseRule.Method(
            """
            var some = await runs.{|DTK2008:Scan|}(r => r.Active).ToListAsync();
            """),
        UseRule.Method(
            """
            var some = await runs.Scan().Where(r => r.Active).ToListAsync();
            """),
        mayHaveErrors: true);

    [Fact]
    public Task Others_WithALambda_AreExplained() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        UseRule.Method(
            """
            await Task.Yield();
            var some = runs.{|DTK2008:Query|}(r => r.RunId == "1");
            var one = runs.{|DTK2008:GetAsync|}(r => r.RunId == "1");
            """),
        mayHaveErrors: true);
}
