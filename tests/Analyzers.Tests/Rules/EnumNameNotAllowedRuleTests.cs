namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class EnumNameNotAllowedRuleTests
{
    [Fact]
    public Task Name_ThatIsEmptyANumberOrNoText_IsReported() => Rule.ReportsAsync(
        """
        public enum State
        {
            [DynamoEnumName("")]
            {|DTK0062:Empty|},

            [System.Runtime.Serialization.EnumMember(Value = "2")]
            {|DTK0062:Number|},

            [DynamoEnumName("half", Aliases = ["\ud800"])]
            {|DTK0062:Half|},

            [DynamoEnumName("-7")]
            {|DTK0062:Negative|},
        }

        [DynamoTable("runs")]
        public sealed partial record Run([property: PartitionKey] string Id, State State);
        """);

    [Fact]
    public Task Name_OfAnyOtherText_IsAllowed() => Rule.AllowsAsync(
        """
        public enum State
        {
            [DynamoEnumName("in progress #1")]
            Running,

            [DynamoEnumName("2nd")]
            Second,

            [System.Runtime.Serialization.EnumMember]
            Plain,
        }

        [DynamoTable("runs"), PartitionKey("S#{State}"), SortKey("{Id}")]
        public sealed partial record Run(string Id, State State);
        """);
}
