namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SdkKeyUpdatedRuleTests
{
    [Fact]
    public Task Update_OfAKey_IsReported() => SdkRule.ReportsAsync(
        """
        var one = new UpdateItemRequest { TableName = "runs", UpdateExpression = "SET label = :l, {|DTK2103:started|} = :s" };
        var two = new UpdateItemRequest
        {
            TableName = "runs",
            UpdateExpression = "REMOVE {|DTK2103:#k|}",
            ExpressionAttributeNames = new() { ["#k"] = "pk" },
        };
        """);

    [Fact]
    public Task Update_FromAKey_IsAllowed() => SdkRule.ReportsAsync(
        """
        var one = new UpdateItemRequest { TableName = "runs", UpdateExpression = "SET label = pk, runId = if_not_exists(started, :s)" };
        """);
}
