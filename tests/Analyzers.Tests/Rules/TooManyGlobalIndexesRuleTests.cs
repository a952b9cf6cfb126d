namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TooManyGlobalIndexesRuleTests
{
    [Fact]
    public Task Indexes_OfAllTypesOfATable_AreAddedUpAndReportedOnce() => Rule.ReportsAsync(
        Type("table-t", "A", 1, 15) + Type("table-t", "{|DTK1018:B|}", 10, 21) + Type("table-t", "C", 20, 25));

    [Fact]
    public Task Indexes_ThatAreTwentyOrOfOtherTables_AreAllowed() => Rule.AllowsAsync(
        Type("table-t", "A", 1, 15) + Type("table-t", "B", 10, 20) + Type("table-other", "C", 20, 25));

    private static string Type(string table, string name, int first, int last) =>
        IndexedType.Of(table, name, IndexedType.Indexes("GlobalIndex", first, last));
}
