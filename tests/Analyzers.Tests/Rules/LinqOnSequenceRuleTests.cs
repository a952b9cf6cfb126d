using DynamoToolkit.CodeFixes.Rules;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LinqOnSequenceRuleTests
{
    [Fact]
    public Task Operators_WithACounterpart_AreReplaced() => RuleVerifier<UseAnalyzer>.FixesAsync<LinqOnSequenceFixer>(
        UseRule.Method(
            """
            var count = runs.Query(partition).{|DTK2007:Count|}();
            var list = await runs.Query(partition).Where(r => r.Active).{|DTK2007:ToList|}();
            var name = runs.Query(partition).{|DTK2007:First|}()!.Name;
            var other = runs.Query(partition).{|DTK2007:FirstOrDefault|}()?.Name;
            var some = await runs.Query(partition).{|DTK2007:Take|}(3).ToListAsync();
            """),
        UseRule.Method(
            """
            var count = await runs.Query(partition).CountAsync();
            var list = await runs.Query(partition).Where(r => r.Active).ToListAsync();
            var name = (await runs.Query(partition).FirstOrDefaultAsync())!.Name;
            var other = (await runs.Query(partition).FirstOrDefaultAsync())?.Name;
            var some = await runs.Query(partition).Limit(3).ToListAsync();
            """),
        mayHaveErrors: true);

    [Fact]
    public Task Operators_WithoutOne_AreExplained() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        UseRule.Method(
            """
            await Task.Yield();
            var names1 = runs.Query(partition).{|DTK2007:Select|}(r => r.Name);
            var sorted = runs.Scan().{|DTK2007:OrderBy|}(r => r.Name);
            """),
        mayHaveErrors: true);

    [Fact]
    public Task Operators_OfWhatWasRead_AreAllowed() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        UseRule.Method(
            """
            var read = (await runs.Query(partition).ToListAsync()).Select(r => r.Name).OrderBy(n => n).ToList();
            """),
        mayHaveErrors: true);
}
