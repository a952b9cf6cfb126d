using MetricCatalogue.Errors;
using MetricCatalogue.Rules;

namespace MetricCatalogue.Tests.Rules;

/// <summary>The metrics of formulas, and texts that are none.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("orders/visits", "orders visits")]
    [InlineData(" 100 * ( a_1 - b2 ) / -(a_1 + 0.5) ", "a_1 b2")]
    [InlineData("--a", "a")]
    [InlineData("1 + 2.25", "")]
    public void Formula_NamesItsMetrics(string text, string names) =>
        Assert.Equal(names, string.Join(' ', Formula.MetricsIn(text)));

    [Theory]
    [InlineData("", "ends where a metric, a number or '(' is expected")]
    [InlineData("a /", "ends where a metric, a number or '(' is expected")]
    [InlineData("a b", "'b' at position 3, where an operator is expected")]
    [InlineData("(a", "ends where ')' is expected")]
    [InlineData("a)", "')' at position 2, where an operator is expected")]
    [InlineData("1.x", "'x' at position 3, where a digit is expected")]
    [InlineData("a % b", "'%' at position 3, where an operator is expected")]
    [InlineData("_a", "'_' at position 1")]
    public void Text_ThatIsNoFormula_IsExplained(string text, string why) =>
        Assert.Contains(why, Assert.Throws<CatalogueException>(() => Formula.MetricsIn(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void LongFormula_IsRefused()
    {
        Assert.Single(Formula.MetricsIn($"{new string('(', 400)}a{new string(')', 400)}"));
        var refused = Assert.Throws<CatalogueException>(() => Formula.MetricsIn(new string('(', 100_000)));
        Assert.Contains("1000 is the maximum", refused.Message, StringComparison.Ordinal);
    }
}
