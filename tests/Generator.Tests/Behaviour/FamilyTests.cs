namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Types that are told apart by [DynamoType], read and written through their base class.</summary>
public sealed class FamilyTests
{
    private const string Shapes = """
        [DynamoTable("shapes"), PartitionKey("S#{Id}")]
        public abstract partial record Shape { public required string Id { get; init; } public string? Label { get; set; } }
        [DynamoTable("shapes"), DynamoType("circle")]
        public partial record Circle : Shape { public double Radius { get; init; } }
        [DynamoTable("shapes"), DynamoType("ring")]
        public sealed partial record Ring : Circle
        {
            public double Hole { get; init; }
            [DynamoExtra] public ExtraAttributes? Extra { get; init; }
        }
        [DynamoTable("shapes"), DynamoType("box")]
        public sealed partial record Box(int Width) : Shape;
        public sealed record Unknown : Shape;
        """;

    [Theory]
    [InlineData("new Circle { Id = \"1\", Radius = 2 }", """{"pk":{"S":"S#1"},"_type":{"S":"circle"},"id":{"S":"1"},"radius":{"N":"2"}}""")]
    [InlineData("new Ring { Id = \"1\", Radius = 2, Hole = 1 }",
        """{"pk":{"S":"S#1"},"_type":{"S":"ring"},"id":{"S":"1"},"radius":{"N":"2"},"hole":{"N":"1"}}""")]
    [InlineData("new Box(3) { Id = \"1\", Label = \"b\" }",
        """{"pk":{"S":"S#1"},"_type":{"S":"box"},"id":{"S":"1"},"label":{"S":"b"},"width":{"N":"3"}}""")]
    public void Item_WrittenThroughItsBase_ComesBackAsItself(string value, string expected) => Assert.Equal(
        expected, Harness.Run(Shapes, $$"""
        Shape shape = {{value}};
        var json = Wired.Write(shape);
        var read = Wired.Read<Shape>(json);
        if (read.GetType() != shape.GetType() || Wired.Write(read) != json)
            throw new InvalidOperationException(read.ToString());
        return json;
        """));

    [Fact]
    public void Base_ThatIsNoAbstractClass_ReadsItselfToo() => Assert.Equal("Circle Ring", Harness.Run(Shapes, """
        var circle = Wired.Read<Circle>(Wired.Write<Circle>(new Circle { Id = "1" }));
        var ring = Wired.Read<Circle>(Wired.Write<Circle>(new Ring { Id = "1" }));
        return $"{circle.GetType().Name} {ring.GetType().Name}";
        """));

    [Theory]
    [InlineData("""{"id":{"S":"1"}}""")]
    [InlineData("""{"_type":{"S":"sphere"},"id":{"S":"1"}}""")]
    [InlineData("""{"_type":{"N":"1"},"id":{"S":"1"}}""")]
    public void Item_OfNoKnownType_IsAnError(string json) => Assert.Contains("_type", Harness.Run(Shapes, $$""""
        return Wired.Fails<ItemFormatException>(() => Wired.Read<Shape>("""{{json}}"""));
        """"), StringComparison.Ordinal);

    [Fact]
    public void Type_WithoutName_IsNotWrittenAsItsBase() => Assert.Contains("Unknown", Harness.Run(Shapes, """
        return Wired.Fails<InvalidOperationException>(() => Wired.Write<Shape>(new Unknown { Id = "1" }));
        """), StringComparison.Ordinal);

    [Fact]
    public void Model_OfDerivedType_NamesTheDiscriminator() => Assert.Equal("_type box, _type ", Harness.Run(
        Shapes, """
        var (box, shape) = (TableModel.Of<Box>().Discriminator!, TableModel.Of<Shape>().Discriminator!);
        return $"{box.AttributeName} {box.Name}, {shape.AttributeName} {shape.Name}";
        """));

    [Fact]
    public void Maps_OfAFamily_AreToldApartInsideItems() => Assert.Equal(
        """{"id":{"S":"1"},"pets":{"L":[{"M":{"kind":{"S":"cat"},"lives":{"N":"9"}}},{"M":{"kind":{"S":"dog"},"name":{"S":"Rex"}}}]}}""",
        Harness.Run(
            """
            [DynamoMap] public abstract partial class Pet;
            [DynamoMap, DynamoType("cat", AttributeName = "kind")] public partial class Cat : Pet { public int Lives { get; set; } = 9; }
            [DynamoMap, DynamoType("dog", AttributeName = "kind")]
            public partial class Dog : Pet { public required string Name { get; init; } }
            [DynamoTable("items")]
            public partial class Item
            {
                [PartitionKey] public required string Id { get; init; }
                public List<Pet>? Pets { get; set; }
            }
            """,
            """return Wired.Write(Wired.Read<Item>(Wired.Write(new Item { Id = "1", Pets = [new Cat(), new Dog { Name = "Rex" }] })));"""));

    [Fact]
    public void MissingName_InsideListsMapsAndDictionaries_IsReportedWithItsPath() => Assert.Equal(
        "list[1]._type one._type named.x._type",
        Harness.Run(
            """
            [DynamoMap] public abstract partial class Shape { public string? Name { get; set; } }
            [DynamoMap, DynamoType("circle")] public partial class Circle : Shape;
            [DynamoTable("items")]
            public partial class Item
            {
                [PartitionKey] public string Id { get; set; } = "";
                public List<Shape>? List { get; set; }
                public Shape? One { get; set; }
                public Dictionary<string, Shape>? Named { get; set; }
            }
            """,
            """
            return string.Join(" ", new[]
            {
                "{\"list\":{\"L\":[{\"M\":{\"_type\":{\"S\":\"circle\"}}},{\"M\":{\"name\":{\"S\":\"a\"}}}]}}",
                "{\"one\":{\"M\":{\"name\":{\"S\":\"a\"}}}}",
                "{\"named\":{\"M\":{\"x\":{\"M\":{\"name\":{\"S\":\"a\"}}}}}}",
            }.Select(json =>
            {
                try
                {
                    Wired.Read<Item>(json);
                    return "";
                }
                catch (ItemFormatException exception)
                {
                    return exception.AttributeName;
                }
            }));
            """));

    [Fact]
    public void Map_OfASibling_IsNotReadAsAnotherType() => Assert.Contains(
        "expected the name of a Cat, found 'dog'",
        Harness.Run(
            """
            [DynamoMap] public abstract partial class Pet;
            [DynamoMap, DynamoType("cat")] public partial class Cat : Pet { public int Lives { get; set; } = 9; }
            [DynamoMap, DynamoType("dog")] public partial class Dog : Pet;
            [DynamoTable("items")]
            public partial class Item { [PartitionKey] public required string Id { get; init; } public Cat? Pet { get; set; } }
            """,
            """
            return Wired.Fails<ItemFormatException>(
                () => Wired.Read<Item>("{\"id\":{\"S\":\"1\"},\"pet\":{\"M\":{\"_type\":{\"S\":\"dog\"}}}}"));
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("DynamoTable(\"items\")", "")]
    [InlineData("DynamoTable(\"items\")", "[DynamoTable(\"items\")]")]
    [InlineData("DynamoTable(\"items\"), DynamoType(\"item\")", "")]
    public void Item_OfADerivedTypeThatTheBaseDoesNotKnow_IsNotWritten(string attributes, string derived) => Assert.Contains(
        "A Special cannot be written as its base class Item",
        Harness.Run(
            $$"""
            [{{attributes}}] public partial class Item { [PartitionKey] public required string Id { get; init; } }
            {{derived}} public partial class Special : Item { public int More { get; set; } }
            """,
            """return Wired.Fails<InvalidOperationException>(() => Wired.Write<Item>(new Special { Id = "1", More = 2 }));"""),
        StringComparison.Ordinal);
}
