namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexPushesBackRuleTests
{
    [Fact]
    public Task Index_OfAStatusADayOrAConstant_IsReported() => DesignRule.ReportsAsync(
        """
        public enum Stage { Open, Done }

        [DynamoTable("orders"), PartitionKey("{Id}")]
        [{|DTK3005:GlobalIndex("byStage", "{Stage}", "{At}")|}]
        [{|DTK3005:GlobalIndex("all", "ALL", "{At}")|}]
        [{|DTK3005:GlobalIndex("byDay", "{Day}", "{At}")|}]
        [{|DTK3005:GlobalIndex("byCountry", "{Country}")|}]
        [{|DTK3005:GlobalIndex("byShop", "{Shop}")|}]
        [Cardinality(20, Index = "byShop")]
        public sealed partial record Order(Guid Id, Stage Stage, DateTimeOffset At, DateOnly Day, string Country, string Shop);
        """);

    [Fact]
    public Task Index_ThatIsSparseSelectiveOrChecked_IsAllowed() => DesignRule.AllowsAsync(
        """
        public enum Stage { Open, Done }

        [DynamoTable("orders"), PartitionKey("{Id}")]
        [GlobalIndex("open", "{OpenStage}", "{At}")]
        [GlobalIndex("byCustomer", "{Customer}", "{At}")]
        [GlobalIndex("byCustomerAndStage", ["{Customer}", "{Stage}"], ["{At}"])]
        [GlobalIndex("all", "ALL", "{At}"), WriteSharded(8, Index = "all")]
        [GlobalIndex("byStage", "{Stage}", "{At}"), Workload(Index = "byStage", PeakWritesPerSecond = 10)]
        public sealed partial record Order(Guid Id, Stage? OpenStage, DateTimeOffset At, Stage Stage, string Customer);
        """);
}
