namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SdkResponseIgnoredRuleTests
{
    [Fact]
    public Task Response_ThatIsDropped_IsReported() => SdkRule.ReportsAsync(
        """
        await db.{|DTK2104:BatchWriteItemAsync|}(new BatchWriteItemRequest());
        var unread = await db.{|DTK2104:BatchWriteItemAsync|}(new BatchWriteItemRequest());
        """);

    [Fact]
    public Task Response_ThatIsKept_IsAllowed() => SdkRule.ReportsAsync(
        """
        var response = await db.BatchWriteItemAsync(new BatchWriteItemRequest());
        Console.WriteLine(response.UnprocessedItems.Count);
        _ = await db.BatchWriteItemAsync(new BatchWriteItemRequest());
        await db.PutItemAsync(new PutItemRequest());
        """);
}
