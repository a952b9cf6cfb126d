namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class DuplicateEnumNameRuleTests
{
    private const string Type = """

        [DynamoTable("runs")]
        public sealed partial record Run([property: PartitionKey] string Id, State State);
        """;

    [Fact]
    public Task TwoMembers_WithOneStoredName_AreReported() => Rule.ReportsAsync(
        """
        public enum State
        {
            [DynamoEnumName("on")]
            Running,

            [System.Runtime.Serialization.EnumMember(Value = "on")]
            {|DTK0061:Started|},

            [System.Text.Json.Serialization.JsonStringEnumMemberName("Running")]
            Waiting,

            [DynamoEnumName(Aliases = ["Running"])]
            {|DTK0061:Other|},
        }
        """ + Type);

    [Fact]
    public Task Message_NamesBoth() => Rule.SaysAsync(
        "public enum State { A, [DynamoEnumName(\"A\")] B }" + Type,
        "'State.B' and 'State.A' are both stored as 'A'; give each its own name, and use a name only once among the aliases");

    [Fact]
    public Task Names_OfOneValue_OrOfAnEnumStoredByNumber_AreAllowed() => Rule.AllowsAsync(
        """
        public enum State
        {
            [DynamoEnumName("on", Aliases = ["Running", "on"])]
            Running,

            [DynamoEnumName("on")]
            Started = Running,

            [DynamoEnumName("Started")]
            Waiting = 2,
        }

        public enum Level
        {
            [DynamoEnumName("same")]
            Low,

            [DynamoEnumName("same")]
            High,
        }

        [DynamoTable("levels")]
        public sealed partial record Gauge(
            [property: PartitionKey] string Id, [DynamoAttribute(EnumStorage = EnumStorage.Number)] Level Level);

        """ + Type);
}
