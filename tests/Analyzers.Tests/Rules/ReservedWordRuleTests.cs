using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ReservedWordRuleTests
{
    [Fact]
    public Task Words_InExpressions_GetPlaceholders() => SdkRule.FixesAsync<ReservedWordFixer>(
        """
        var query = new QueryRequest
        {
            TableName = "others",
            FilterExpression = "{|DTK2100:status|} = :s AND a.{|DTK2100:name|} = :n AND size({|DTK2100:items|}) > :z",
        };
        var update = new UpdateItemRequest
        {
            UpdateExpression = "SET {|DTK2100:count|} = :c, b = if_not_exists(b, :c) REMOVE {|DTK2100:data|}",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#x"] = "x" }
        };
        """,
        """
        var query = new QueryRequest
        {
            TableName = "others",
            FilterExpression = "#status = :s AND a.#name = :n AND size(#items) > :z",
            ExpressionAttributeNames = new() { ["#status"] = "status", ["#name"] = "name", ["#items"] = "items" },
        };
        var update = new UpdateItemRequest
        {
            UpdateExpression = "SET #count = :c, b = if_not_exists(b, :c) REMOVE #data",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#x"] = "x", ["#count"] = "count", ["#data"] = "data" }
        };
        """);

    [Fact]
    public Task Words_InAVariableOrElsewhere_GetNoFix() => SdkRule.OffersNothingAsync<ReservedWordFixer>(
        """
        var query = new QueryRequest();
        query.FilterExpression = "{|DTK2100:status|} = :s";
        """);

    [Fact]
    public Task Placeholders_FunctionsAndKeywords_AreAllowed() => SdkRule.ReportsAsync(
        """
        var query = new QueryRequest
        {
            KeyConditionExpression = "#status = :status and begins_with(sk, :name)",
            FilterExpression = "NOT attribute_exists(runId) AND size(label) BETWEEN :min AND :max OR label IN (:a, :b)",
        };
        var update = new UpdateItemRequest { UpdateExpression = "SET label = :x REMOVE thing ADD things :y DELETE more :z" };
        """);
}
