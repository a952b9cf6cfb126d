namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>
/// How items are made of what was read: constructors, initializers, defaults, private setters, absent and NULL attributes.
/// </summary>
public sealed class ConstructionTests
{
    private const string Setters = """
        public abstract class Entity
        {
            public string? Origin { get; private set; }
            public static void Mark(Entity e) => e.Origin = "marked";
        }
        [DynamoTable("items")]
        public sealed partial class Item : Entity
        {
            public Item(string id) => Id = id;
            [PartitionKey] public string Id { get; }
            public int Hits { get; private set; }
            public int Limit { get; init; } = 10;
            public List<string> Tags { get; set; } = ["new"];
            public string Note { get; init; } = null!;
            [DynamoAttribute] private string? secret;
            public void Change() { Hits = 3; secret = "s"; Mark(this); }
            public string Text => $"{Id} {Hits} {Limit} {string.Join(",", Tags)} {Note} {secret} {Origin}";
        }
        """;

    [Fact]
    public void Members_OfEachKind_ComeBack() => Assert.Equal("7 3 20 a n s marked", Harness.Run(Setters, """
        var item = new Item("7") { Limit = 20, Tags = ["a"], Note = "n" };
        item.Change();
        return Wired.Read<Item>(Wired.Write(item)).Text;
        """));

    [Theory]
    [InlineData("""{"id":{"S":"7"},"hits":{"N":"1"},"note":{"S":""}}""")]
    [InlineData("""{"id":{"S":"7"},"hits":{"N":"1"},"note":{"S":""},"limit":{"NULL":true},"tags":{"NULL":true},"secret":{"NULL":true}}""")]
    [InlineData("""{"unknown":{"M":{"id":{"S":"8"}}},"id":{"S":"7"},"hits":{"N":"1"},"note":{"S":""}}""")]
    public void Attributes_AbsentOrNull_LeaveDefaults(string json) => Assert.Equal("7 1 10 new   ", Harness.Run(Setters, $$""""
        return Wired.Read<Item>("""{{json}}""").Text;
        """"));

    [Theory]
    [InlineData("""{"hits":{"N":"1"},"note":{"S":""}}""", "id")]
    [InlineData("""{"id":{"S":"7"},"note":{"S":""}}""", "hits")]
    [InlineData("""{"id":{"S":"7"},"hits":{"NULL":true},"note":{"S":""}}""", "hits")]
    [InlineData("""{"id":{"S":"7"},"hits":{"N":"1"}}""", "note")]
    [InlineData("""{"id":{"N":"7"}}""", "id")]
    public void Attribute_ThatIsNeeded_IsNamedWhenItDoesNotFit(string json, string attribute) =>
        Assert.Contains($"'{attribute}'", Harness.Run(Setters, $$""""
            return Wired.Fails<ItemFormatException>(() => Wired.Read<Item>("""{{json}}"""));
            """"), StringComparison.Ordinal);

    [Theory]
    [InlineData("public partial record Item([property: PartitionKey] string Id, int N = 5, string? S = null)")]
    [InlineData("public partial record struct Item([property: PartitionKey] string Id, int N = 5, string? S = null)")]
    [InlineData("public readonly partial record struct Item([property: PartitionKey] string Id, int N = 5, string? S = null)")]
    [InlineData("public sealed partial class Item(string id, int n = 5, string? s = null) { " +
        "[PartitionKey] public string Id { get; } = id; public int N { get; } = n; public string? S { get; } = s; }")]
    public void Constructor_WithDefaults_IsCalled(string declaration)
    {
        var model = $"[DynamoTable(\"items\")] {declaration}{(declaration.EndsWith('}') ? "" : ";")}";

        Assert.Equal("a 5 | b 6 x", Harness.Run(model, """"
            var first = Wired.Read<Item>("""{"id":{"S":"a"}}""");
            var second = Wired.Read<Item>("""{"id":{"S":"b"},"n":{"N":"6"},"s":{"S":"x"}}""");
            return $"{first.Id} {first.N}{first.S} | {second.Id} {second.N} {second.S}";
            """"));
    }

    [Fact]
    public void NullableParameter_WithADefault_KeepsTheNullThatWasWritten() => Assert.Equal("| d 9 | x 5", Harness.Run(
        "[DynamoTable(\"items\")] public partial record Item([property: PartitionKey] string Id, string? Note = \"dflt\", int? N = 7, " +
            "[DynamoDefault(\"d\")] string? Told = null, [DynamoDefault(9)] int Most = 8);",
        """"
        var nulls = Wired.Read<Item>(Wired.Write(new Item("a", Note: null, N: null)).Replace(",\"most\":{\"N\":\"8\"}", ""));
        var values = Wired.Read<Item>(Wired.Write(new Item("a", "x", 5)));
        return $"{nulls.Note}{nulls.N}| {nulls.Told} {nulls.Most} | {values.Note} {values.N}";
        """"));

    [Fact]
    public void RecordStruct_WithInitDefault_KeepsItWhenAbsent() => Assert.Equal("3 4", Harness.Run(
        "[DynamoTable(\"items\")] public partial record struct Item() { [PartitionKey] public string Id { get; init; } = \"\"; " +
            "public long N { get; init; } = 3; }",
        """"
        return $"{Wired.Read<Item>("""{"id":{"S":"a"}}""").N} {Wired.Read<Item>("""{"id":{"S":"a"},"n":{"N":"4"}}""").N}";
        """"));

    [Fact]
    public void Computed_MarkedMember_IsWrittenAndNeverRead() => Assert.Equal(
        """{"id":{"S":"1"},"length":{"N":"1"}}""",
        Harness.Run(
            """
            [DynamoTable("items")]
            public partial class Item
            {
                [PartitionKey] public required string Id { get; init; }
                [DynamoAttribute] public int Length => Id.Length;
                public int Other => 5;
            }
            """,
            """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "1" }).Replace("\"N\":\"1\"", "\"N\":\"9\"")));"""));

    [Fact]
    public void NullInNonNullableMember_NamesTheAttribute() => Assert.Contains("'note'", Harness.Run(
        Setters, """return Wired.Fails<InvalidAttributeValueException>(() => Wired.Write(new Item("1")));"""), StringComparison.Ordinal);

    [Fact]
    public void Maps_ThatNest_AreReadAndWritten() => Assert.Equal(
        """{"id":{"S":"1"},"root":{"M":{"name":{"S":"a"},"parts":{"L":[{"M":{"name":{"S":"b"}}}]},"point":{"M":{"x":{"N":"1"}}}}}}""",
        Harness.Run(
            """
            [DynamoMap] public partial struct Point { public int X { get; set; } }
            [DynamoMap]
            public sealed partial class Part
            {
                public required string Name { get; init; }
                public List<Part>? Parts { get; init; }
                public Point? Point { get; set; }
            }
            [DynamoTable("items")]
            public partial class Item
            {
                [PartitionKey] public required string Id { get; init; }
                public Part? Root { get; set; }
            }
            """,
            """
            var root = new Part { Name = "a", Parts = [new Part { Name = "b" }], Point = new Point { X = 1 } };
            return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "1", Root = root })));
            """));

    [Fact]
    public void Defaults_ThatHaveNoLiteral_AreTaken() => Assert.Equal(
        "NaN Infinity -Infinity 0001 00000000-0000-0000-0000-000000000000 NaN Infinity -9223372036854775808", Harness.Run(
        """
        [DynamoMap]
        public partial record Part(
            double A = double.NaN, float B = float.PositiveInfinity, double C = double.NegativeInfinity,
            DateTime D = default, Guid E = default)
        {
            [DynamoDefault(double.NaN)] public double F { get; init; }
            [DynamoDefault(float.PositiveInfinity)] public double G { get; init; }
            [DynamoDefault(long.MinValue)] public long H { get; init; }
            public string Text => FormattableString.Invariant($"{A} {B} {C} {D:yyyy} {E} {F} {G} {H}");
        }
        """,
        "return Wired.Read<Part>(\"{}\").Text;"));
}
