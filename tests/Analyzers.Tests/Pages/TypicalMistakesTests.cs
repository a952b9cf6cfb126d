using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>The table of mistakes names rules that exist, and says why it leaves one out.</summary>
public sealed class TypicalMistakesTests
{
    [Fact]
    public void Mistakes_AreAllListed_AndMostAreCovered()
    {
        Assert.Equal(Enumerable.Range(1, 72), TypicalMistakes.All.Select(mistake => mistake.Number));
        Assert.True(TypicalMistakes.All.Count(mistake => mistake.IsCovered) >= 60);
    }

    [Fact]
    public void Rules_OfMistakes_Exist() => Assert.All(
        TypicalMistakes.All.SelectMany(mistake => mistake.Rules),
        id => Assert.Contains(RuleTable.All, rule => rule.Id == id));

    [Fact]
    public void Mistakes_WithoutARule_HaveAReason() => Assert.All(TypicalMistakes.All, mistake =>
    {
        Assert.True(mistake.IsCovered || mistake.Rules.Length == 0);
        Assert.True(mistake.Rules.Length > 0 || mistake.Note.Length > 0, mistake.Text);
    });
}
