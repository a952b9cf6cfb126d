namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class DuplicateIndexRuleTests
{
    [Fact]
    public Task Index_OfATakenName_IsReported() => Rule.ReportsAsync(
        """
        [GlobalIndex("byName", "{Name}")]
        public abstract class Entity
        {
            public string? Name { get; set; }
        }

        [DynamoTable("table-a")]
        [SortKey("A")]
        [{|DTK1010:LocalIndex("byName", "{Name}")|}]
        public sealed partial class A : Entity
        {
            [PartitionKey]
            public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task Indexes_OfDifferentNames_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [GlobalIndex("byName", "{Name}")]
        [GlobalIndex("byname", "{Name}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }
        }
        """);
}
