using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ParentMayBeAbsentRuleTests
{
    [Fact]
    public Task Path_InAMapThatCanBeNull_GetsACondition() => CallRule.FixesAsync<ParentMayBeAbsentFixer>(
        """
        await runs.Update(key).{|DTK2036:Set|}(r => r.Size.Width, 1).ExecuteAsync();
        """,
        """
        await runs.Update(key).Set(r => r.Size.Width, 1).If(r => r.Size.Exists()).ExecuteAsync();
        """);

    [Fact]
    public Task Path_InAMapThatIsThereOrChecked_IsAllowed() => CallRule.AllowsAsync(
        """
        await runs.Update(key).Set(r => r.Full.Width, 1).ExecuteAsync();
        await runs.Update(key).Set(r => r.Size.Width, 1).If(r => r.Size.Exists()).ExecuteAsync();
        await runs.Update(key).If(r => r.Size.Height > 1).Set(r => r.Size.Width, 1).ExecuteAsync();
        await runs.Update(key).Set(r => r.Size, new Size()).ExecuteAsync();
        """);
}
