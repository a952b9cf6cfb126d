namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TooManyLocalIndexesRuleTests
{
    [Fact]
    public Task Indexes_OfAllTypesOfATable_AreAddedUp() => Rule.ReportsAsync(
        IndexedType.Of("table-t", "A", IndexedType.Indexes("LocalIndex", 1, 5)) +
        IndexedType.Of("table-t", "{|DTK1019:B|}", IndexedType.Indexes("LocalIndex", 5, 6)));

    [Fact]
    public Task Indexes_ThatAreFive_AreAllowedBesideGlobalOnes() => Rule.AllowsAsync(
        IndexedType.Of("table-t", "A", IndexedType.Indexes("LocalIndex", 1, 5)) +
        IndexedType.Of("table-t", "B", [.. IndexedType.Indexes("LocalIndex", 5, 5), .. IndexedType.Indexes("GlobalIndex", 6, 9)]));
}
