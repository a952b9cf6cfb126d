namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class FloatingPointKeyRuleTests
{
    [Fact]
    public Task Key_OfADouble_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("prices")]
        public sealed partial class Price
        {
            [PartitionKey]
            public required double {|DTK1042:Amount|} { get; init; }
        }

        [DynamoTable("points"), PartitionKey("P#{X}"), GlobalIndex("byY", "{Y}")]
        public sealed partial record Point([property: DynamoAttribute("x")] float {|DTK1042:X|}, double? {|DTK1042:Y|});
        """);

    [Fact]
    public Task SortKey_OfADouble_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("scores"), PartitionKey("{Game}"), SortKey("{Score}")]
        public sealed partial record Entry(string Game, double Score, decimal Price);
        """);
}
