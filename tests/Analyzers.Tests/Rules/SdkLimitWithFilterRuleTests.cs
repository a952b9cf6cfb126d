namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SdkLimitWithFilterRuleTests
{
    [Fact]
    public Task Limit_WithAFilter_IsReported() => SdkRule.ReportsAsync(
        """
        var query = new QueryRequest { Limit = {|DTK2105:1|}, FilterExpression = "label = :l" };
        """);

    [Fact]
    public Task Limit_Alone_IsAllowed() => SdkRule.ReportsAsync(
        """
        var query = new QueryRequest { Limit = 1, KeyConditionExpression = "pk = :p" };
        var scan = new ScanRequest { FilterExpression = "label = :l" };
        """);

    [Fact]
    public Task Loop_ThatReadsOn_IsAllowed() => SdkRule.ReportsAsync(
        """
        var query = new QueryRequest { Limit = 100, FilterExpression = "label = :l" };
        query.ExclusiveStartKey = new();
        """);
}
