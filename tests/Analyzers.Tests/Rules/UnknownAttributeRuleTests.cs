using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class UnknownAttributeRuleTests
{
    [Fact]
    public Task Attribute_ThatNoTypeHas_IsCorrected() => SdkRule.FixesAsync<UnknownAttributeFixer>(
        """
        var query = new QueryRequest
        {
            TableName = "runs",
            KeyConditionExpression = "pk = :pk",
            FilterExpression = "{|DTK2101:labell|} = :l",
        };
        """,
        """
        var query = new QueryRequest
        {
            TableName = "runs",
            KeyConditionExpression = "pk = :pk",
            FilterExpression = "label = :l",
        };
        """);

    [Fact]
    public Task Attribute_OfAPlaceholder_IsLookedUp() => SdkRule.OffersNothingAsync<UnknownAttributeFixer>(
        """
        var query = new QueryRequest
        {
            TableName = "runs",
            FilterExpression = "{|DTK2101:#l|} = :l AND #r = :r",
            ExpressionAttributeNames = new() { ["#l"] = "completelyElse", ["#r"] = "runId" },
        };
        """);

    [Fact]
    public Task Attributes_OfOtherTables_AreAllowed() => SdkRule.ReportsAsync(
        """
        var query = new QueryRequest { TableName = "others", FilterExpression = "labell = :l" };
        var scan = new ScanRequest { FilterExpression = "labell = :l" };
        """);
}
