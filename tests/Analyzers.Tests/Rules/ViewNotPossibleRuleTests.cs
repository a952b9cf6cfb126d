namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ViewNotPossibleRuleTests
{
    /// <summary>An update of the view would put the item under another key of the index.</summary>
    [Theory]
    [InlineData("COLOR#{Color}", "VIEW#{Color}", false)]
    [InlineData("COLOR#{Color}", "COLOR#{Shape}", false)]
    [InlineData("COLOR#{Color}", "COLOR#{Color}", true)]
    [InlineData("{Id}#{Color}", "{Key}#{Color}", true)]
    public Task IndexKeyOfTheSameAttribute_HasTheSameTemplate(string template, string ofView, bool isAllowed)
    {
        var viewOf = isAllowed ? "ViewOf(typeof(Item))" : "{|DTK1030:ViewOf(typeof(Item))|}";
        return Rule.ReportsAsync($$"""
            [DynamoTable("items"), PartitionKey("ITEM#{Id}")]
            [GlobalIndex("byColor", "{{template}}", PartitionAttributeName = "g")]
            public sealed partial class Item
            {
                public required string Id { get; init; }
                public string? Color { get; set; }
                public required string Shape { get; set; }
            }

            [DynamoTable("items"), PartitionKey("ITEM#{Key}"), {{viewOf}}]
            [GlobalIndex("byColor", "{{ofView}}", PartitionAttributeName = "g")]
            public sealed partial class View
            {
                public required string Key { get; init; }
                public string? Color { get; set; }
                public string? Shape { get; set; }
            }
            """);
    }

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
