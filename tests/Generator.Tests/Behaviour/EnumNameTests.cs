namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Enums whose members are stored under names of their own.</summary>
public sealed class EnumNameTests
{
    private const string Model = """
        public enum State
        {
            [System.Runtime.Serialization.EnumMember(Value = "in progress")] Running,
            [System.Text.Json.Serialization.JsonStringEnumMemberName("done")] Finished,
            [DynamoEnumName("failed#1", Aliases = ["Error", "broken"])] Failed,
            [DynamoEnumName(Aliases = ["Old"])] New,
            [DynamoEnumName("x"), System.Runtime.Serialization.EnumMember(Value = "y")] Both,
            [System.Runtime.Serialization.EnumMember] Plain,
            [DynamoEnumName("stopped")] Halted = Finished,
        }
        [DynamoTable("items"), PartitionKey("S#{State}"), SortKey("META")]
        public partial class Item
        {
            public State State { get; init; }
            public State? Maybe { get; init; }
            public HashSet<State> Set { get; init; } = [];
            public List<State> List { get; init; } = [];
            public Dictionary<State, int> Map { get; init; } = [];
        }

        """;

    [Theory]
    [InlineData("Running", "in progress", "in progress")]
    [InlineData("Finished", "done", "done")]
    [InlineData("Failed", "failed#1", "failed%231")]
    [InlineData("New", "New", "New")]
    [InlineData("Both", "x", "x")]
    [InlineData("Plain", "Plain", "Plain")]
    [InlineData("Halted", "done", "done")]
    public void Member_IsWrittenUnderItsStoredName_Everywhere(string member, string name, string inKey) => Assert.Equal(
        """{"pk":{"S":"S#KEY"},"sk":{"S":"META"},"state":{"S":"NAME"},"maybe":{"S":"NAME"},"set":{"SS":["NAME"]},"""
            .Replace("KEY", inKey, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal)
        + "\"list\":{\"L\":[{\"S\":\"NAME\"}]},\"map\":{\"M\":{\"NAME\":{\"N\":\"1\"}}}} True".Replace(
            "NAME", name, StringComparison.Ordinal),
        Harness.Run(Model, $$"""
            var state = State.{{member}};
            var item = new Item { State = state, Maybe = state, Set = [state], List = [state], Map = { [state] = 1 } };
            var json = Wired.Write(item);
            var read = Wired.Read<Item>(json);
            var isSame = Wired.Write(read) == json && read.State == state && read.Set.Contains(state) && read.Map[state] == 1
                && Item.TryParseKey(Item.Key(state), out var parsed) && parsed == state;
            return json + " " + isSame;
            """));

    [Theory]
    [InlineData("Error", "Failed")]
    [InlineData("broken", "Failed")]
    [InlineData("failed#1", "Failed")]
    [InlineData("Old", "New")]
    [InlineData("New", "New")]
    [InlineData("stopped", "Finished")]
    [InlineData("3", "New")]
    public void Alias_IsReadEverywhere(string text, string member) => Assert.Equal("True", Harness.Run(
        Model,
        """"
        var read = Wired.Read<Item>("""
            {"state":{"S":"TEXT"},"maybe":{"S":"TEXT"},"set":{"SS":["TEXT"]},"list":{"L":[{"S":"TEXT"}]},"map":{"M":{"TEXT":{"N":"1"}}}}
            """);
        var all = new[] { read.State, read.Maybe!.Value, read.Set.Single(), read.List.Single(), read.Map.Keys.Single() };
        return all.All(state => state == State.MEMBER).ToString();
        """".Replace("TEXT", text, StringComparison.Ordinal).Replace("MEMBER", member, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Running")]
    [InlineData("y")]
    [InlineData("")]
    public void Text_ThatStandsForNothing_IsRefused(string text) => Assert.Equal(
        $"Attribute 'state': expected a value of State, found '{text}'.",
        Harness.Run(
            Model,
            "return Wired.Fails<ItemFormatException>(() => Wired.Read<Item>(\"\"\"{\"state\":{\"S\":\"" + text + "\"}}\"\"\"));"));

    [Fact]
    public void Key_WithAnAlias_IsOneOfTheType() => Assert.Equal("True True False", Harness.Run(Model, """
        var sort = KeyValue.Of("META");
        bool Fits(string text) => TableModel.Of<Item>().Matches(KeyValue.Of(text), sort);
        return $"{Fits("S#Error")} {Fits("S#failed%231")} {Fits("S#Failed")}";
        """));
}
