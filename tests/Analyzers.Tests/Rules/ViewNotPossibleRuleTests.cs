namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ViewNotPossibleRuleTests
{
    private const string Items = """
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META")]
        public sealed partial class Item { public required string Id { get; init; } }

        public sealed class Other;


        """;

    [Theory]
    [InlineData("""DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META"), {|DTK1030:ViewOf(typeof(View))|}""")]
    [InlineData("""DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META"), {|DTK1030:ViewOf(typeof(Other))|}""")]
    [InlineData("""DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META"), {|DTK1030:ViewOf(typeof(int[]))|}""")]
    [InlineData("""DynamoTable("table-u"), PartitionKey("A#{Id}"), SortKey("META"), {|DTK1030:ViewOf(typeof(Item))|}""")]
    [InlineData("""DynamoTable("table-t"), PartitionKey("B#{Id}"), SortKey("META"), {|DTK1030:ViewOf(typeof(Item))|}""")]
    [InlineData("""DynamoTable("table-t"), PartitionKey("A#{No}"), SortKey("META"), {|DTK1030:ViewOf(typeof(Item))|}""")]
    [InlineData("""DynamoMap, {|DTK1030:ViewOf(typeof(Item))|}""")]
    public Task View_OfWhatItCannotShow_IsReported(string attributes) => Rule.ReportsAsync(Items + View(attributes));

    [Fact]
    public Task View_OfAView_IsReported() => Rule.ReportsAsync(
        Items
        + View("""DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META"), ViewOf(typeof(Item))""")
        + """

        [DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META"), {|DTK1030:ViewOf(typeof(View))|}]
        public sealed partial class Second { public required string Id { get; init; } }
        """);

    [Fact]
    public Task View_WithTheKeysOfTheItems_IsAllowed() =>
        Rule.AllowsAsync(Items + View("""DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META"), ViewOf(typeof(Item))"""));

    [Theory]
    [InlineData("int", "{|DTK1030:ViewOf(typeof(Item))|}")]
    [InlineData("HashSet<string>", "{|DTK1030:ViewOf(typeof(Item))|}")]
    [InlineData("DayOfWeek", "ViewOf(typeof(Item))")]
    public Task View_ThatStoresAnAttributeAsAnotherType_IsReported(string type, string view) => Rule.ReportsAsync(
        $$"""
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META")]
        public sealed partial class Item
        {
            public required string Id { get; init; }
            public string? Day { get; set; }
        }

        [DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META"), {{view}}]
        public sealed partial class View
        {
            public required string Id { get; init; }
            [DynamoAttribute("day")] public {{type}}? Shown { get; set; }
        }
        """);

    private static string View(string attributes) =>
        $$"""
        [{{attributes}}]
        public sealed partial class View
        {
            public required string Id { get; init; }
            public int No { get; init; }
        }

        """;
}
