namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Types that read, and write, items as DynamoDBContext stores them.</summary>
public sealed class CompatibilityTests
{
    private const string Stored = """
        {"Id":{"S":"1"},"Flag":{"N":"1"},"Maybe":{"N":"0"},"Color":{"N":"1"},"At":{"S":"2026-11-28T10:00:00.123Z"},"Tags":{"SS":["a","b"]},
        "Sizes":{"NS":["1","2"]},"Flags":{"NS":["1"]},"Colors":{"L":[{"N":"1"}]},"ColorSet":{"L":[{"N":"1"}]},
        "Nested":{"L":[{"SS":["x"]}]},"Switches":{"M":{"a":{"N":"1"}}},"Part":{"M":{"On":{"N":"1"}}},"Text":{"S":"t"}}
        """;

    private const string Own = """
        {"Id":{"S":"1"},"Flag":{"BOOL":true},"Maybe":{"BOOL":false},"Color":{"S":"Green"},"At":{"S":"2026-11-28T10:00:00.1230000Z"},
        "Tags":{"L":[{"S":"a"},{"S":"b"}]},"Sizes":{"L":[{"N":"1"},{"N":"2"}]},"Flags":{"L":[{"BOOL":true}]},"Colors":{"L":[{"S":"Green"}]},
        "ColorSet":{"SS":["Green"]},"Nested":{"L":[{"L":[{"S":"x"}]}]},"Switches":{"M":{"a":{"BOOL":true}}},
        "Part":{"M":{"On":{"BOOL":true}}},"Text":{"S":"t"}}
        """;

    [Theory]
    [InlineData("", Stored)]
    [InlineData("", Own)]
    [InlineData(", Writes = true", Stored)]
    [InlineData(", Writes = true", Own)]
    public void EitherForm_IsRead(string options, string json) => Assert.Equal(
        "1 True False Green 10:00:00.123 Utc a,b 1,2 True Green Green x True True",
        Harness.Run(Model(options), """"
            var i = Wired.Read<Item>("""
            JSON
            """);
            return FormattableString.Invariant($"{i.Id} {i.Flag} {i.Maybe} {i.Color} {i.At:HH:mm:ss.fff} {i.At.Kind} ")
                + FormattableString.Invariant(
                    $"{string.Join(",", i.Tags)} {string.Join(",", i.Sizes)} {i.Flags[0]} {i.Colors[0]} {i.ColorSet.Single()} ")
                + $"{i.Nested[0][0]} {i.Switches["a"]} {i.Part!.On}";
            """".Replace("JSON", json.ReplaceLineEndings(""), StringComparison.Ordinal)));

    [Theory]
    [InlineData("", Own)]
    [InlineData(", Writes = true", """
        {"Id":{"S":"1"},"Flag":{"N":"1"},"Maybe":{"N":"0"},"Color":{"N":"1"},"At":{"S":"2026-11-28T10:00:00.123Z"},"Tags":{"SS":["a","b"]},
        "Sizes":{"NS":["1","2"]},"Flags":{"NS":["1"]},"Colors":{"L":[{"N":"1"}]},"ColorSet":{"NS":["1"]},
        "Nested":{"L":[{"SS":["x"]}]},"Switches":{"M":{"a":{"N":"1"}}},"Part":{"M":{"On":{"N":"1"}}},"Text":{"S":"t"}}
        """)]
    public void Items_AreWrittenInTheFormThatTheOptionNames(string options, string expected) => Assert.Equal(
        expected.ReplaceLineEndings(""),
        Harness.Run(
            Model(options), $"return Wired.Write(Wired.Read<Item>(\"\"\"{Stored.ReplaceLineEndings("")}\"\"\"));"));

    [Fact]
    public void Absent_EmptyStringsAndLists_AreEmpty_AsDynamoDBContextLeavesThemOut() => Assert.Equal(" 0 0 False Red", Harness.Run(
        Model(""), """"
        var item = Wired.Read<Item>("""{"Id":{"S":"1"}}""");
        return $"{item.Text} {item.Tags.Count} {item.Sizes.Length} {item.Flag} {item.Color}";
        """"));

    [Fact]
    public void EqualElements_OfAListThatIsStoredAsASet_AreRefused() => Assert.StartsWith(
        "Attribute 'Tags' has two equal elements",
        Harness.Run(
            Model(", Writes = true"),
            """return Wired.Fails<InvalidAttributeValueException>(() => Wired.Write(new Item { Id = "1", Tags = ["a", "a"] }));"""),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"N":"2"}""", "Attribute 'Flag': expected 0 or 1, found '2'.")]
    [InlineData("""{"S":"true"}""", "Attribute 'Flag': expected Boolean (BOOL), found String (S).")]
    public void Boolean_ThatIsNeitherZeroNorOne_IsRefused(string value, string message) => Assert.Equal(message, Harness.Run(
        Model(""),
        """"return Wired.Fails<ItemFormatException>(() => Wired.Read<Item>("""{"Id":{"S":"1"},"Flag":VALUE}"""));""""
            .Replace("VALUE", value, StringComparison.Ordinal)));

    [Fact]
    public void OwnKey_IsAlwaysInTheStoredForm() => Assert.Equal(
        """{"Id":{"N":"1"},"At":{"S":"2026-11-28T10:00:00.123Z"},"Also":{"S":"2026-11-28T10:00:00.1234567Z"}} 2026-11-28T10:00:00.123Z""",
        Harness.Run(
            """
            public enum Color { Red, Green }
            [DynamoTable("items"), DynamoCompatible(Compatibility.DynamoDBContext)]
            public partial record Item([property: PartitionKey] Color Id, [property: SortKey] DateTime At, DateTime Also);
            """,
            """
            var at = new DateTime(2026, 11, 28, 10, 0, 0, 123, DateTimeKind.Utc).AddTicks(4567);
            return Wired.Write(new Item(Color.Green, at, at)) + " " + Item.Key(Color.Green, at).Sort;
            """));

    [Fact]
    public void Names_AreTheMembersNames_UnlessAPolicyIsSet() => Assert.Equal(
        """{"id":{"S":"1"},"flag":{"S":"Red"}}""",
        Harness.Run(
            """
            public enum Color { Red }
            [DynamoTable("items"), DynamoCompatible(Compatibility.DynamoDBContext, Writes = true), DynamoNaming(NamingPolicy.CamelCase)]
            public partial record Item(
                [property: PartitionKey] string Id, [DynamoAttribute(EnumStorage = EnumStorage.Name)] Color Flag);
            """,
            """return Wired.Write(new Item("1", Color.Red));"""));

    [Fact]
    public void Members_CanBePartsOfTemplates_InTheirUsualForm() => Assert.Equal(
        "E#1#Green#2026-11-28T10:00:00.0000000Z True",
        Harness.Run(
            """
            public enum Color { Red, Green }
            [DynamoTable("items"), PartitionKey("E#{Flag}#{Color}#{At}"), DynamoCompatible(Compatibility.DynamoDBContext)]
            public partial record Item(bool Flag, Color Color, DateTime At);
            """,
            """
            var key = Item.Key(true, Color.Green, new DateTime(2026, 11, 28, 10, 0, 0, DateTimeKind.Utc));
            return key.Partition + " " + (Item.TryParseKey(key, out var flag, out var color, out _) && flag && color == Color.Green);
            """));

    private static string Model(string options) => $$"""
        public enum Color { Red, Green }
        [DynamoMap, DynamoCompatible(Compatibility.DynamoDBContext{{options}})]
        public partial class Part { public bool On { get; set; } }
        [DynamoTable("items"), DynamoCompatible(Compatibility.DynamoDBContext{{options}})]
        public partial class Item
        {
            [PartitionKey] public required string Id { get; init; }
            public bool Flag { get; set; }
            public bool? Maybe { get; set; }
            public Color Color { get; set; }
            public DateTime At { get; set; }
            public List<string> Tags { get; set; } = null!;
            public int[] Sizes { get; set; } = null!;
            public List<bool> Flags { get; set; } = null!;
            public List<Color> Colors { get; set; } = null!;
            public HashSet<Color> ColorSet { get; set; } = null!;
            public List<List<string>> Nested { get; set; } = null!;
            public Dictionary<string, bool> Switches { get; set; } = null!;
            public Part? Part { get; set; }
            public string Text { get; set; } = null!;
        }
        """;
}
