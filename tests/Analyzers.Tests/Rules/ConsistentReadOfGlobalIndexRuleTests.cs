using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ConsistentReadOfGlobalIndexRuleTests
{
    [Fact]
    public Task ConsistentRead_OfAGlobalIndex_IsRemoved() => CallRule.FixesAsync<ConsistentReadFixer>(
        """
        var some = await runs.Query(Run.Index.ByStatus("x")).Descending().{|DTK2028:ConsistentRead|}().ToListAsync();
        """,
        """
        var some = await runs.Query(Run.Index.ByStatus("x")).Descending().ToListAsync();
        """);

    [Fact]
    public Task ConsistentRead_OfATableOrLocalIndex_IsAllowed() => CallRule.AllowsAsync(
        """
        var some = await runs.Query(Run.Index.ByName("1")).ConsistentRead().ToListAsync();
        var all = await runs.Query(Run.Partition("1")).ConsistentRead().ToListAsync();
        """);
}
