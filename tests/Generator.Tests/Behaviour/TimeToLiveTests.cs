namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Times to live that are integers count seconds.</summary>
public sealed class TimeToLiveTests
{
    [Theory]
    [InlineData("long", "1764324000000")]
    [InlineData("long?", "1764324000000")]
    [InlineData("ulong", "1764324000000")]
    [InlineData("ulong", "ulong.MaxValue", "9223372036854775807")]
    [InlineData("long", "253402300800")]
    [InlineData("long", "long.MinValue", "-9223372036854775808")]
    public void Milliseconds_AreRefused(string type, string value, string? shown = null) => Assert.Equal(
        $"Attribute 'expires' is {shown ?? value}, which is beyond the years 1 to 9999 in seconds since 1970. "
        + "Time to live counts seconds: divide milliseconds by 1,000.",
        Harness.Run(
            Model(type),
            $$"""return Wired.Fails<InvalidAttributeValueException>(() => Wired.Write(new Item { Id = "1", Expires = {{value}} }));"""));

    [Theory]
    [InlineData("int", "int.MaxValue", "2147483647")]
    [InlineData("uint", "uint.MaxValue", "4294967295")]
    [InlineData("long", "253402300799", "253402300799")]
    [InlineData("long", "-1", "-1")]
    [InlineData("ulong?", "1764324000", "1764324000")]
    [InlineData("DateTimeOffset", "DateTimeOffset.MaxValue", "253402300799")]
    [InlineData("DateTime", "DateTime.MaxValue", "253402300799")]
    public void Seconds_UpToTheYear9999_AreWrittenAndReadBack(string type, string value, string written) => Assert.Equal(
        $$$"""{"id":{"S":"1"},"expires":{"N":"{{{written}}}"}} True""",
        Harness.Run(
            Model(type),
            $$"""
            var json = Wired.Write(new Item { Id = "1", Expires = {{value}} });
            return json + " " + (Wired.Write(Wired.Read<Item>(json)) == json);
            """));

    [Fact]
    public void StoredMilliseconds_CanBeRead_SoThatTheyCanBeCorrected() => Assert.Equal("1764324000", Harness.Run(
        Model("long"),
        """"return (Wired.Read<Item>("""{"id":{"S":"1"},"expires":{"N":"1764324000000"}}""").Expires / 1000).ToString();""""));

    [Fact]
    public void BaseClass_HasTheTimeToLiveOfItsFamily() => Assert.Equal("expires expires  expires", Harness.Run(
        """
        [DynamoTable("items"), DynamoType("base")]
        public partial class Item { [PartitionKey] public required string Id { get; init; } }
        [DynamoTable("items"), DynamoType("lasting")]
        public sealed partial class Lasting : Item;
        [DynamoTable("items"), DynamoType("session")]
        public sealed partial class Session : Item { [TimeToLive] public DateTime? Expires { get; set; } }
        [DynamoTable("items"), ViewOf(typeof(Item))]
        public sealed partial class View { [PartitionKey] public required string Id { get; init; } }
        """,
        """
        return $"{Of<Item>()} {Of<Session>()} {Of<Lasting>()} {Of<View>()}";
        static string Of<T>() where T : IItem<T> => TableModel.Of<T>().TimeToLiveAttribute ?? "";
        """));

    private static string Model(string type) => $$"""
        [DynamoTable("items")]
        public partial class Item
        {
            [PartitionKey] public required string Id { get; init; }
            [TimeToLive] public {{type}} Expires { get; set; }
        }
        """;
}
