namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Keys: what they are made of, and that they come apart again.</summary>
public sealed class KeyTests
{
    [Theory]
    [InlineData("string", "\"a#b%c\"", "a%23b%25c")]
    [InlineData("int", "-5", "09999999994")]
    [InlineData("long", "7", "10000000000000000007")]
    [InlineData("uint", "7", "0000000007")]
    [InlineData("bool", "true", "1")]
    [InlineData("double", "0.5", "bfe0000000000000")]
    [InlineData("Guid", "Guid.Empty", "00000000-0000-0000-0000-000000000000")]
    [InlineData("DateTimeOffset", "new DateTimeOffset(2026, 11, 20, 13, 5, 0, TimeSpan.Zero)", "2026-11-20T13:05:00.0000000Z")]
    [InlineData("DateOnly", "new DateOnly(2026, 11, 20)", "2026-11-20")]
    [InlineData("TimeSpan", "TimeSpan.FromTicks(3)", "10000000000000000003")]
    [InlineData("Color", "Color.Green", "Green")]
    public void Part_OfEachType_IsTextAndParsesBack(string type, string value, string text)
    {
        var model = $$"""
            public enum Color { Red, Green }
            [DynamoTable("items"), PartitionKey("P#{Value}#x"), SortKey("{Value}#{Name}", AttributeName = "s")]
            public partial class Item { public required {{type}} Value { get; init; } public required string Name { get; init; } }
            """;

        Assert.Equal($"P#{text}#x / {text}#n%23 True", Harness.Run(model, $$"""
            var item = new Item { Value = {{value}}, Name = "n#" };
            var key = KeyOf(item);
            if (key != Item.Key(item.Value, item.Name) || !Wired.Write(item).StartsWith("{\"p"))
                throw new InvalidOperationException(key.ToString());
            return $"{key} {Item.TryParseKey(key, out var parsed, out var name) && parsed.Equals(item.Value) && name == "n#"}";

            static ItemKey<T> KeyOf<T>(T item) where T : IItem<T> => T.KeyOf(in item);
            """));
    }

    [Fact]
    public void Members_AsKeys_AreTheirOwnAttributes() => Assert.Equal("a / 5 True a 5", Harness.Run(
        "[DynamoTable(\"items\")] public partial record Item([property: PartitionKey] string Name, [property: SortKey] int Version);",
        """
        var key = Item.Key("a", 5);
        return $"{key} {Item.TryParseKey(key, out var name, out var version)} {name} {version}";
        """));

    [Fact]
    public void Attributes_OnTheParametersOfARecord_AreThoseOfItsMembers() => Assert.Equal(
        """{"name":{"S":"a"},"version":{"N":"5"},"x_city":{"S":"c"},"until":{"N":"60"},"more":{"S":"m"}} until""",
        Harness.Run(
            """
            [DynamoMap] public partial record Place(string City);
            [DynamoTable("items")]
            public partial record Item(
                [PartitionKey] string Name, [SortKey] int Version, [DynamoFlatten(Prefix = "x_")] Place At,
                [TimeToLive, DynamoAttribute("until")] DateTimeOffset? Expires, [DynamoExtra] ExtraAttributes Rest);
            """,
            """"
            const string json = """{"name":{"S":"a"},"version":{"N":"5"},"x_city":{"S":"c"},"until":{"N":"60"},"more":{"S":"m"}}""";
            return $"{Wired.Write(Wired.Read<Item>(json))} {Model<Item>().TimeToLiveAttribute}";
            static TableModel Model<T>() where T : IItem<T> => TableModel.Of<T>();
            """"));

    [Theory]
    [InlineData("new ItemKey<Item>(KeyValue.Of(\"X#1\"), KeyValue.Of(5))")]
    [InlineData("new ItemKey<Item>(KeyValue.Of(\"P#1\"), KeyValue.Of(\"5\"))")]
    [InlineData("new ItemKey<Item>(KeyValue.Of(\"P#1#2\"), KeyValue.Of(5))")]
    [InlineData("new ItemKey<Item>(KeyValue.Of(\"P#1\"), KeyValue.Of(5000000000))")]
    [InlineData("new ItemKey<Item>(KeyValue.Of(\"P#1\"))")]
    [InlineData("default")]
    public void Key_ThatIsNoneOfTheType_DoesNotParse(string key) => Assert.Equal("False", Harness.Run(
        "[DynamoTable(\"items\"), PartitionKey(\"P#{Id}\"), SortKey(\"Version\")] public partial record Item(string Id, int Version);",
        $"ItemKey<Item> key = {key}; return Item.TryParseKey(key, out _, out _).ToString();"));

    [Theory]
    [InlineData("Guid", "half \\uD800 of a pair")]
    [InlineData("Guid", "not-a-guid")]
    [InlineData("Guid", "0x0000000-0000-0000-0000-000000000000")]
    [InlineData("DateOnly", "2026-13-01")]
    [InlineData("DateOnly", "META")]
    [InlineData("TimeOnly", "\\uDC00")]
    public void Text_ThatAMemberCannotRead_IsNotItsKey(string type, string text) => Assert.Equal("False False", Harness.Run(
        $"[DynamoTable(\"items\")] public partial record Item([property: PartitionKey] {type} Id);",
        $$"""
        var key = new ItemKey<Item>(KeyValue.Of("{{text}}"));
        return $"{Item.TryParseKey(key, out _)} {TableModel.Of<Item>().Matches(key.Partition, default)}";
        """));

    [Fact]
    public void EnumByNumber_InTemplate_IsItsNumber() => Assert.Equal("C#10000000001 True Green", Harness.Run(
        """
        public enum Color { Red, Green }
        [DynamoTable("items"), PartitionKey("C#{Color}")]
        public partial class Item { [DynamoAttribute(EnumStorage = EnumStorage.Number)] public Color Color { get; set; } }
        """,
        """
        var key = Item.Key(Color.Green);
        return $"{key} {Item.TryParseKey(key, out var color)} {color}";
        """));

    [Fact]
    public void IndexTemplate_WithNullMember_IsLeftOut() => Assert.Equal(
        """{"id":{"S":"1"}} {"id":{"S":"1"},"byOwner_pk":{"S":"O#me"},"byOwner_sk":{"S":"AT#10000000005"},"owner":{"S":"me"}""" +
        ""","at":{"N":"5"}}""",
        Harness.Run(
            """
            [DynamoTable("items"), GlobalIndex("byOwner", "O#{Owner}", "AT#{At}")]
            public partial class Item
            {
                [PartitionKey] public required string Id { get; init; }
                public string? Owner { get; set; }
                public int? At { get; set; }
            }
            """,
            """return Wired.Write(new Item { Id = "1" }) + " " + Wired.Write(new Item { Id = "1", Owner = "me", At = 5 });"""));

    [Fact]
    public void NullPart_OfTableKey_NamesTheParameter() => Assert.Contains("id", Harness.Run(
        "[DynamoTable(\"items\"), PartitionKey(\"P#{Id}\")] public partial class Item { public required string Id { get; init; } }",
        "return Wired.Fails<ArgumentNullException>(() => Item.Key(null!));"), StringComparison.Ordinal);

    [Theory]
    [InlineData("PartitionKey(\"P#{Id}\"), SortKey(\"META\")", "Item.Key(null!)", "id")]
    [InlineData("PartitionKey(\"P#{Id}\"), SortKey(\"S#{Name}#{Id}\")", "Item.Key(\"a\", null!)", "name")]
    [InlineData("PartitionKey(\"{Id}\"), SortKey(\"{Name}\")", "Item.Key(\"a\", null!)", "name")]
    [InlineData("PartitionKey(\"P#{Id}#{Name}\")", "Item.Partition(\"a\", null!)", "name")]
    public void NullPart_OfAKey_NamesTheParameter(string keys, string call, string parameter) => Assert.Equal(
        $"Value cannot be null. (Parameter '{parameter}')",
        Harness.Run(
            $"[DynamoTable(\"items\"), {keys}] public partial class Item " +
            $"{{ public string Id {{ get; set; }} = \"\"; public string Name {{ get; set; }} = \"\"; }}",
            $"return Wired.Fails<ArgumentNullException>(() => {call});"));

    [Theory]
    [InlineData("PartitionKey(\"P#{Id}\")", "Id")]
    [InlineData("PartitionKey(\"P#{Name}#{Id}#x\")", "Id")]
    public void NullMember_OfAKeyThatIsWritten_IsNamed(string keys, string member) => Assert.Equal(
        $"Attribute 'pk' is a key built from '{member}', which is null. Give it a value.",
        Harness.Run(
            $"[DynamoTable(\"items\"), {keys}] public partial class Item " +
            $"{{ public string Id {{ get; set; }} = null!; public string Name {{ get; set; }} = \"\"; }}",
            "return Wired.Fails<InvalidAttributeValueException>(() => Wired.Write(new Item()));"));

    [Fact]
    public void Model_OfType_DescribesTheTable() => Assert.Equal(
        "items pk (String: P#{Id}) sk (String: META) byOwner Global owner (String) KeysOnly | " +
        "byEnd Local pk (String: P#{Id}) end (Number) Include owner | expires",
        Harness.Run(
            """
            [DynamoTable("items"), PartitionKey("P#{Id}"), SortKey("META")]
            [GlobalIndex("byOwner", "Owner", Projection = IndexProjection.KeysOnly)]
            [LocalIndex("byEnd", "{End}", Include = [nameof(Owner)])]
            public partial class Item
            {
                public required string Id { get; init; }
                public string? Owner { get; set; }
                public long? End { get; set; }
                [TimeToLive] public DateTimeOffset? Expires { get; set; }
            }
            """,
            """
            var model = TableModel.Of<Item>();
            var indexes = model.Indexes.Select(index =>
            {
                var keys = string.Join(" ", index.Partition.Concat(index.Sort));
                var included = string.Concat(index.IncludedAttributes.Select(name => " " + name));
                return $"{index.Name} {index.Kind} {keys} {index.Projection}{included}";
            });
            return $"{model.TableName} {model.Partition} {model.Sort} {string.Join(" | ", indexes)} | {model.TimeToLiveAttribute}";
            """));
}
