namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Naming policies, converters of one's own, defaults, attributes of newer program versions.</summary>
public sealed class FeatureTests
{
    [Theory]
    [InlineData("CamelCase", "runId", "urlPath", "a1")]
    [InlineData("Unchanged", "RunId", "URLPath", "A1")]
    [InlineData("SnakeCase", "run_id", "url_path", "a1")]
    [InlineData("KebabCase", "run-id", "url-path", "a1")]
    public void Naming_OfAssemblyOrType_MakesTheNames(string policy, string first, string second, string third)
    {
        var expected = $$$"""{"{{{first}}}":{"S":"1"},"{{{second}}}":{"S":"2"},"{{{third}}}":{"S":"3"},"own":{"S":"4"}}""";
        const string Item = """
            [DynamoTable("items")]
            public partial record Item([property: PartitionKey] string RunId, string URLPath, string A1)
            {
                [DynamoAttribute("own")] public string? Named { get; set; }
            }
            """;
        const string Body = """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item("1", "2", "3") { Named = "4" })));""";

        Assert.Equal(expected, Harness.Run($"[assembly: DynamoNaming(NamingPolicy.{policy})]\n{Item}", Body));
        Assert.Equal(
            expected, Harness.Run($"[assembly: DynamoNaming(NamingPolicy.SnakeCase)]\n[DynamoNaming(NamingPolicy.{policy})]{Item}", Body));
    }

    [Fact]
    public void Attributes_OnPositionalParameters_HoldForTheMembers() => Assert.Equal("""{"key":{"S":"1"},"k":{"N":"1"}} 7""", Harness.Run(
        """
        public enum Kind { A, B }
        [DynamoTable("items")]
        public partial record Item(
            [property: PartitionKey][DynamoAttribute("key")] string Id,
            [DynamoAttribute("k", EnumStorage = EnumStorage.Number)] Kind Kind)
        {
            [DynamoIgnore] public int None { get; set; }
        }
        [DynamoMap] public partial class Part([DynamoDefault(7)] int size) { public int Size { get; } = size; }
        """,
        """
        return Wired.Write(Wired.Read<Item>(Wired.Write(new Item("1", Kind.B)))) + " " + Wired.Read<Part>("{}").Size;
        """));

    private const string Money = """
        public readonly record struct Money(decimal Amount, string Currency);
        public readonly struct MoneyConverter : IAttributeConverter<Money>
        {
            public static void Write(ref ItemWriter writer, Money value) => writer.WriteStringValue($"{value.Amount} {value.Currency}");
            public static Money Read(ref ItemReader reader) => reader.ReadString().Split(' ') is [var amount, var currency]
                ? new Money(decimal.Parse(amount), currency)
                : throw new FormatException();
        }
        """;

    [Theory]
    [InlineData("", "[DynamoConverter(typeof(MoneyConverter))]")]
    [InlineData("[assembly: DynamoConverter(typeof(MoneyConverter))]", "")]
    public void Converter_OfMemberOrAssembly_IsUsed(string onAssembly, string onMember) => Assert.Equal(
        """{"id":{"S":"1"},"price":{"S":"5 EUR"},"other":{"S":"6 EUR"}}""",
        Harness.Run(
            $$"""
            {{onAssembly}}
            {{Money}}
            [DynamoTable("items")]
            public partial class Item
            {
                [PartitionKey] public required string Id { get; init; }
                {{onMember}} public Money Price { get; set; }
                {{onMember}} public Money? Other { get; set; }
                {{onMember}} public Money? None { get; set; }
            }
            """,
            """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "1", Price = new(5, "EUR"), Other = new(6, "EUR") })));"""));

    [Fact]
    public void Converter_OfType_IsUsedWithinCollectionsToo() => Assert.Equal(
        """{"id":{"S":"1"},"prices":{"L":[{"S":"5 EUR"},{"NULL":true}]}}""",
        Harness.Run(
            Money.Replace(
                "public readonly record", "[DynamoConverter(typeof(MoneyConverter))] public readonly record", StringComparison.Ordinal) +
            "[DynamoTable(\"items\")] public partial class Item { " +
            "[PartitionKey] public required string Id { get; init; } public List<Money?>? Prices { get; set; } }",
            """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "1", Prices = [new(5, "EUR"), null] })));"""));

    [Fact]
    public void Default_OfAbsentAttribute_IsTheOneGiven() => Assert.Equal("5 1.5 x Green 2026-11-20 00:00:05 7 - 2026", Harness.Run(
        """
        public enum Color { Red, Green }
        [DynamoTable("items")]
        public partial class Item
        {
            [PartitionKey] public required string Id { get; init; }
            [DynamoDefault(5)] public int Number { get; init; }
            [DynamoDefault("1.5")] public decimal Exact { get; init; } = 3;
            [DynamoDefault("x")] public required string Text { get; init; }
            [DynamoDefault(Color.Green)] public Color Color { get; set; }
            [DynamoDefault("2026-11-20")] public DateOnly Day { get; set; }
            [DynamoDefault("00:00:05")] public TimeSpan Wait { get; set; }
            [DynamoDefault(7)] public long? Maybe { get; set; }
            public int? Never { get; set; } = 4;
            [DynamoDefault("2026-01-02T03:04:05Z")] public DateTimeOffset At { get; set; }
        }
        """,
        """"
        var item = Wired.Read<Item>("""{"id":{"S":"1"},"number":{"NULL":true}}""");
        var never = item.Never?.ToString() ?? "-";
        return FormattableString.Invariant(
            $"{item.Number} {item.Exact} {item.Text} {item.Color} {item.Day:O} {item.Wait} {item.Maybe} {never} {item.At.Year}");
        """"));

    [Theory]
    [InlineData("public ExtraAttributes? Extra { get; set; }")]
    [InlineData("public ExtraAttributes? Extra { get; init; }")]
    [InlineData("public ExtraAttributes Extra { get; init; } = new();")]
    [InlineData("private ExtraAttributes? extra;")]
    public void Extra_KeepsWhatNoMemberReads_ButNotTheKeys(string member) => Assert.Equal(
        """{"pk":{"S":"P#1"},"byName_pk":{"S":"N#n"},"id":{"S":"1"},"name":{"S":"n"},"newer":{"M":{"x":{"L":[]}}}""" +
        ""","other":{"S":"\u00e9"}}""",
        Harness.Run(
            $$"""
            [DynamoTable("items"), PartitionKey("P#{Id}"), GlobalIndex("byName", "N#{Name}")]
            public partial class Item
            {
                public required string Id { get; init; }
                public string? Name { get; set; }
                [DynamoExtra] {{member}}
            }
            """,
            """"
            return Wired.Write(Wired.Read<Item>("""
                {"newer":{"M":{"x":{"L":[]}}},"id":{"S":"1"},"pk":{"S":"P#1"},"byName_pk":{"S":"N#old"},"other":{"S":"\u00e9"},
                "name":{"S":"n"}}
                """));
            """"));

    [Fact]
    public void MultiAttributeKeys_OfIndex_AreQueriedFromTheLeft() => GeneratorRunnerCompiles("""
        var partition = Item.Index.ByRegion("eu", 5);
        SortKeyCondition<Item.ByRegionAttributes>[] conditions =
        [
            Item.Index.ByRegionSortKey.EqualTo("a"), Item.Index.ByRegionSortKey.StartsWith("a"), Item.Index.ByRegionSortKey.AtLeast("a", 1),
            Item.Index.ByRegionSortKey.Between("a", 1, 2), Item.Index.ByRegionSortKey.EqualTo("a", 1),
        ];
        var sort = string.Join(",", TableModel.Of<Item>().Indexes[0].Sort);
        return $"{partition.IndexName} {partition.Partition.Count} {conditions.Length} {sort}";
        """, "byRegion 2 5 name (String),at (Number)");

    private static void GeneratorRunnerCompiles(string body, string expected) => Assert.Equal(expected, Harness.Run(
        """
        [DynamoTable("items"), GlobalIndex("byRegion", ["{Region}", "{Shard}"], ["{Name}", "{At}"])]
        public partial record Item([property: PartitionKey] string Id, string Region, int Shard, string Name, long At);
        """,
        body));
}
