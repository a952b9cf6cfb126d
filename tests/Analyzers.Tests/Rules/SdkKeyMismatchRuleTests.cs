namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SdkKeyMismatchRuleTests
{
    [Fact]
    public Task Key_WithAnotherTypeOrName_IsReported() => SdkRule.ReportsAsync(
        """
        var one = new GetItemRequest
        {
            TableName = "runs",
            Key = {|DTK2102:new() { ["pk"] = new AttributeValue { S = "RUN#1" }, ["started"] = new AttributeValue { S = "1" } }|},
        };
        var two = new DeleteItemRequest { TableName = "runs", Key = {|DTK2102:new() { ["pk"] = new("RUN#1") }|} };
        var three = new GetItemRequest
        {
            TableName = "plain",
            Key = {|DTK2102:new() { { "id", new AttributeValue("1") }, { "sk", new AttributeValue("1") } }|},
        };
        """);

    [Fact]
    public Task Key_OfTheTable_IsAllowed() => SdkRule.ReportsAsync(
        """
        var one = new GetItemRequest
        {
            TableName = "runs",
            Key = new() { ["pk"] = new AttributeValue { S = "RUN#1" }, ["started"] = new AttributeValue { N = "1" } },
        };
        var two = new GetItemRequest { TableName = "others", Key = new() { ["x"] = new("1") } };
        """);
}
