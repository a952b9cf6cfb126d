namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TooManyIncludesRuleTests
{
    [Fact]
    public Task Includes_OfAllIndexes_AreAddedUp() => Rule.ReportsAsync(
        IndexedType.Of("table-t", "{|DTK1020:A|}", IndexedType.Indexes("GlobalIndex", 1, 17, includes: 6)));

    [Fact]
    public Task Includes_ThatAreAHundred_AreAllowed() => Rule.AllowsAsync(
        IndexedType.Of("table-t", "A", IndexedType.Indexes("GlobalIndex", 1, 20, includes: 5)));
}
