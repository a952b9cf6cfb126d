using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SdkConsistentIndexRuleTests
{
    [Fact]
    public Task ConsistentRead_OfAGlobalIndex_IsRemoved() => SdkRule.FixesAsync<SdkConsistentIndexFixer>(
        """
        var query = new QueryRequest { TableName = "runs", IndexName = "byStatus", ConsistentRead = {|DTK2106:true|} };
        """,
        """
        var query = new QueryRequest { TableName = "runs", IndexName = "byStatus"};
        """);

    [Fact]
    public Task ConsistentRead_OfALocalIndexOrTable_IsAllowed() => SdkRule.ReportsAsync(
        """
        var one = new QueryRequest { TableName = "runs", IndexName = "byName", ConsistentRead = true };
        var two = new QueryRequest { TableName = "runs", ConsistentRead = true };
        var three = new QueryRequest { TableName = "runs", IndexName = "byStatus", ConsistentRead = false };
        """);
}
