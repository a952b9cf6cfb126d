namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MomentAsKeyRuleTests
{
    [Fact]
    public Task Key_OfATime_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("logs")]
        public sealed partial record Log([property: PartitionKey] DateTimeOffset {|DTK3004:At|}, string Text);

        [DynamoTable("ticks"), {|DTK3004:PartitionKey("TICK#{At}")|}, SortKey("{Symbol}")]
        public sealed partial record Tick(DateTime At, string Symbol);
        """);

    [Fact]
    public Task Key_OfAnIdWithATime_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("ticks"), PartitionKey("{Symbol}#{At}")]
        public sealed partial record Tick(DateTime At, string Symbol);
        """);
}
