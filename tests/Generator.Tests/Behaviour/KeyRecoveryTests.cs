namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Members that have no attribute in an item and stand in its key, as in an item that an update made.</summary>
public sealed class KeyRecoveryTests
{
    private const string Models = """
        public enum Color { Red, Green }
        [DynamoTable("items"), PartitionKey("R#{Id}#{Key}"), SortKey("{Color}#{class}#{Step}", AttributeName = "s\\\"é")]
        public sealed partial record Item(string Id, Color Color, long Step = 1)
        {
            public required string Key { get; init; }
            public required Guid @class { get; set; }
            public long StepInKey { get; init; } = 3;
            public double? Value { get; set; }
            [DynamoExtra] public ExtraAttributes? Extra { get; init; }
        }
        [DynamoTable("items"), PartitionKey("{Name}", AttributeName = "pk"), SortKey("Version")]
        public partial record struct Bare(string Name, int Version);
        """;

    private const string Key =
        """" "pk":{"S":"R#a%23#k"},"s\\\"é":{"S":"Green#00000000-0000-0000-0000-000000000000#10000000000000000007"}"""";

    [Theory]
    [InlineData("{" + Key + "}")]
    [InlineData("{\"value\":{\"NULL\":true}," + Key + "}")]
    [InlineData("{\"key\":{\"S\":\"k\"}, " + Key + ",\"step\":{\"N\":\"7\"}}")]
    public void Members_WithoutAttributes_AreTakenOutOfTheKey(string json) => Assert.Equal(
        "a# Green 7 k 00000000-0000-0000-0000-000000000000 3  True", Harness.Run(Models, $$""""
        var item = Wired.Read<Item>("""{{json}}""");
        return $"{item.Id} {item.Color} {item.Step} {item.Key} {item.@class} {item.StepInKey} {item.Value} {item.Extra is null}";
        """"));

    [Fact]
    public void Members_WithAttributes_AreWhatThoseSay() => Assert.Equal("b Green", Harness.Run(Models, $$""""
        var item = Wired.Read<Item>("""{"id":{"S":"b"},{{Key}}}""");
        return $"{item.Id} {item.Color}";
        """"));

    [Theory]
    [InlineData("Item", """{"pk":{"S":"R#a#k"}}""", "id")]
    [InlineData("Item", """{"pk":{"S":"X#a#k"},"s\\\"é":{"S":"Green#00000000-0000-0000-0000-000000000000#10000000000000000007"}}""", "id")]
    [InlineData("Item", """{"pk":{"N":"5"},"s\\\"é":{"L":[]}}""", "id")]
    [InlineData("Bare", """{"version":{"N":"5"}}""", "name")]
    [InlineData("Bare", """{"pk":{"S":"a"}}""", "name")]
    public void Members_ThatTheKeyDoesNotHave_AreMissed(string type, string json, string attribute) => Assert.Contains(
        $"'{attribute}'", Harness.Run(Models, $$""""
        return Wired.Fails<ItemFormatException>(() => Wired.Read<{{type}}>("""{{json}}"""));
        """"), StringComparison.Ordinal);

    [Fact]
    public void Member_BesideAKeyWithItsOwnAttribute_IsTakenOutOfTheKey() => Assert.Equal("a 5", Harness.Run(Models, """"
        var item = Wired.Read<Bare>("""{"version":{"N":"5"},"pk":{"S":"a"}}""");
        return $"{item.Name} {item.Version}";
        """"));

    [Fact]
    public void Items_OfAFamily_TakeInheritedMembersOutOfTheKey() => Assert.Equal("Circle 7 2", Harness.Run(
        """
        [DynamoTable("shapes"), PartitionKey("SHAPE#{Id}")]
        public abstract partial record Shape { public required int Id { get; init; } }
        [DynamoTable("shapes"), DynamoType("circle")]
        public sealed partial record Circle : Shape { public double Radius { get; set; } }
        """,
        """"
        var shape = Wired.Read<Shape>("""{"pk":{"S":"SHAPE#10000000007"},"_type":{"S":"circle"},"radius":{"N":"2"}}""");
        return $"{shape.GetType().Name} {shape.Id} {((Circle)shape).Radius}";
        """"));
}
