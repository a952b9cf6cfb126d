namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyAttributeTwiceRuleTests
{
    [Fact]
    public Task Attribute_ThatIsBothKeys_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [GlobalIndex("byName", "{Name}", "{Id}")]
        [{|DTK1017:GlobalIndex("byNames", ["{Name}", "{Id}"], ["Name"])|}]
        public sealed partial class {|DTK1017:A|}
        {
            [PartitionKey, SortKey]
            public required string Id { get; init; }

            public string? Name { get; set; }
        }
        """);

    [Fact]
    public Task Attribute_TwiceInOnePartOfAnIndexKey_IsReported_AndGeneratedCodeCompiles() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [{|DTK1017:GlobalIndex("one", ["{Name}"], ["{Id}", "{Id}"])|}]
        [{|DTK1017:GlobalIndex("two", ["{Name}", "{Name}"], ["{Id}"])|}]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Name { get; set; }
        }
        """);

    [Fact]
    public Task Attribute_ThatIsAKeyOfTableAndIndex_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [GlobalIndex("reversed", "{Sort}", "{Id}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }
        }
        """);
}
