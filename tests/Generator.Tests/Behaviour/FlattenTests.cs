namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Nested types whose attributes stand beside those of the item around them.</summary>
public sealed class FlattenTests
{
    private const string Models = """
        [DynamoMap] public partial record Address(string Street, string? City);
        [DynamoMap] public partial struct Point { public int X { get; set; } [DynamoFlatten] public Depth Depth { get; set; } }
        [DynamoMap] public partial record struct Depth(int Z);
        [DynamoTable("items")]
        public sealed partial class Item
        {
            [PartitionKey] public required string Id { get; init; }
            [DynamoFlatten] public Address? Home { get; set; }
            [DynamoFlatten(Prefix = "work_")] public Address? Work { get; init; }
            [DynamoFlatten] public Point Point { get; set; }
            [DynamoFlatten(Prefix = "p2.")] public Point? Other { get; set; }
            [DynamoExtra] public ExtraAttributes? Extra { get; set; }
        }
        """;

    [Theory]
    [InlineData(
        "new Item { Id = \"1\", Home = new(\"a\", \"b\"), Work = new(\"c\", null), " +
        "Point = new() { X = 1, Depth = new(2) }, Other = new() { X = 3, Depth = new(4) } }",
        """{"id":{"S":"1"},"street":{"S":"a"},"city":{"S":"b"},"work_street":{"S":"c"},"x":{"N":"1"},"z":{"N":"2"}""" +
        ""","p2.x":{"N":"3"},"p2.z":{"N":"4"}}""")]
    [InlineData("new Item { Id = \"1\" }", """{"id":{"S":"1"},"x":{"N":"0"},"z":{"N":"0"}}""")]
    public void Item_WithFlattenedMembers_ComesBack(string value, string expected) => Assert.Equal(expected, Harness.Run(Models, $$"""
        var json = Wired.Write({{value}});
        var read = Wired.Read<Item>(json);
        if (Wired.Write(read) != json || read.Extra is not null)
            throw new InvalidOperationException(Wired.Write(read));
        return json;
        """));

    [Fact]
    public void Attribute_ThatFlattenedTypeNeeds_IsNamed() => Assert.Contains("street", Harness.Run(Models, """"
        return Wired.Fails<ItemFormatException>(
            () => Wired.Read<Item>("""{"id":{"S":"1"},"city":{"S":"b"},"x":{"N":"0"},"z":{"N":"0"}}"""));
        """"), StringComparison.Ordinal);

    [Fact]
    public void Token_OfFlattenedMember_IsATopLevelAttribute() => Assert.Equal("city z work_street p2.z", Harness.Run(Models, """
        var tokens = new Item.Attributes();
        return $"{tokens.Home.City.Path} {tokens.Point.Depth.Z.Path} {tokens.Work.Street.Path} {tokens.Other.Depth.Z.Path}";
        """));

    [Fact]
    public void Token_OfFlattenedMemberInAMap_IsAMembersMember() => Assert.Equal("box.in_a_x box.in_list[2].in_a_x", Harness.Run(
        """
        [DynamoMap] public partial record Leaf(int X, int Y);
        [DynamoMap] public partial record Twig([property: DynamoFlatten(Prefix = "a_")] Leaf A, List<Box>? List);
        [DynamoMap] public partial record Box([property: DynamoFlatten(Prefix = "in_")] Twig Inner);
        [DynamoTable("items")] public partial record Item([property: PartitionKey] string Id, Box? Box);
        """,
        """
        var box = new Item.Attributes().Box;
        return $"{box.Inner.A.X.Path} {box.Inner.List[2].Inner.A.X.Path}";
        """));

    [Theory]
    [InlineData(
        "[DynamoMap] public partial record Part(string Id); " +
        "[DynamoTable(\"items\")] public partial record Item([property: PartitionKey] string Id, [property: DynamoFlatten] Part Part);",
        "DTK0006")]
    [InlineData("[DynamoMap] public partial class Part { [DynamoFlatten] public Part? Inner { get; set; } }", "DTK0013")]
    public void Flattening_ThatCannotBe_IsAProblem(string source, string rule) => Assert.Equal([rule], SpecParser.Problems(source));

    [Fact]
    public void Include_OfAFlattenedMember_NamesItsAttributes() => Assert.Equal("by_x_street,by_x_city,note Street", Harness.Run(
        """
        [DynamoMap] public partial record Address(string Street, string City);
        [DynamoTable("items"), GlobalIndex("byId", "{Id}", Include = ["Home", "Note"])]
        [GlobalIndex("byNote", "{Note}", Include = ["Plain"])]
        public partial class Item
        {
            [PartitionKey] public required string Id { get; init; }
            [DynamoFlatten(Prefix = "by_x_")] public Address? Home { get; init; }
            [DynamoFlatten] public Address? Plain { get; init; }
            public string? Note { get; init; }
        }
        """,
        """
        var street = typeof(Item.ByNoteAttributes).GetProperty("Plain")!.PropertyType.GetProperty("Street")!.Name;
        return string.Join(",", TableModel.Of<Item>().Indexes[0].IncludedAttributes) + " " + street;
        """));
}
