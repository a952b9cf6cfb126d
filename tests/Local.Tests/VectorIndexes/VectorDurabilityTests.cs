using DynamoToolkit.Local.Tests.Kit;
using static DynamoToolkit.Local.Tests.VectorIndexes.VectorKit;

namespace DynamoToolkit.Local.Tests.VectorIndexes;

/// <summary>Vector indexes in folders and in backups of tables.</summary>
public sealed class VectorDurabilityTests
{
    private const string Tenant = ""","SearchConditionExpression":"tenant = :t","ExpressionAttributeValues":{":t":{"S":"a"} }""";

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(100)]
    public async Task Reopen_FromLogOrSnapshot_HasTheIndexes(long compactionThreshold)
    {
        using var folder = new TemporaryFolder();
        var options = new LocalDynamoOptions { FlushToDisk = false, CompactionThreshold = compactionThreshold };
        string before;
        List<(string, double)> found;
        using (var engine = LocalDynamo.Open(folder.Path, options))
        {
            await FillAsync(engine);
            var later = Index("later", "EUCLIDEAN", projection: "\"INCLUDE\",\"NonKeyAttributes\":[\"e\"]");
            await engine.OkAsync("UpdateTable", $$"""{"TableName":"tab","VectorIndexUpdates":[{"Create":{{later}} }]}""");
            await engine.OkAsync("UpdateTable", """{"TableName":"tab","VectorIndexUpdates":[{"Delete":{"IndexName":"plain"}}]}""");
            before = await DescribeAllAsync(engine);
            found = await engine.SearchAsync("schema", Numbers(1, 0, 0), extra: Tenant);
        }

        Assert.Equal(compactionThreshold == 100, folder.DataFiles.Any(static file => file.Contains("snapshot-", StringComparison.Ordinal)));
        using var opened = LocalDynamo.Open(folder.Path, options);
        Assert.Equal(before, await DescribeAllAsync(opened));
        Assert.Equal(2, found.Count);
        Assert.Equal(found, await opened.SearchAsync("schema", Numbers(1, 0, 0), extra: Tenant));
        Assert.Equal(3, (await opened.SearchAsync("later", Numbers(1, 0, 0))).Count);
        Assert.Equal("ValidationException", (await opened.FailAsync("PutItem", PutRequest("4", $"\"e\":{Vector(1)}"))).Type);
    }

    [Fact]
    public async Task Backup_Restored_HasTheIndexesAsFarAsWanted()
    {
        using var engine = LocalDynamo.InMemory();
        await FillAsync(engine);
        var arn = await engine.BackUpAsync();
        var described = (await engine.OkAsync("DescribeBackup", $$"""{"BackupArn":"{{arn}}"}""")).GetProperty("BackupDescription");

        await engine.RestoreAsync(arn, "all");
        var some = await engine.RestoreAsync(arn, "some", $",\"VectorIndexOverride\":[{Index("plain")}]");
        var none = await engine.RestoreAsync(arn, "none", ",\"VectorIndexOverride\":[]");
        var changed = await engine.FailAsync("RestoreTableFromBackup", BackupRequests.RestoreRequest(
            arn, "changed", $",\"VectorIndexOverride\":[{Index("plain", "EUCLIDEAN")}]"));
        var provisioned = await engine.FailAsync("RestoreTableFromBackup", BackupRequests.RestoreRequest(arn, "changed", """
            ,"BillingModeOverride":"PROVISIONED","ProvisionedThroughputOverride":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}
            """));

        var features = described.GetProperty("SourceTableFeatureDetails").GetProperty("VectorIndexes");
        Assert.Equal(["plain", "schema"], features.EnumerateArray().Select(static index => index.GetProperty("IndexName").GetString()));
        Assert.Equal(3, (await engine.DescribeAsync("plain", "all")).GetProperty("ItemCount").GetInt64());
        Assert.Equal(2, (await engine.DescribeAsync("schema", "all")).GetProperty("ItemCount").GetInt64());
        Assert.Equal(1, some.GetProperty("TableDescription").GetProperty("VectorIndexes").GetArrayLength());
        Assert.Equal(1, some.GetProperty("TableDescription").GetProperty("AttributeDefinitions").GetArrayLength());
        Assert.False(none.GetProperty("TableDescription").TryGetProperty("VectorIndexes", out _));
        Assert.EndsWith("The backup has no such index: plain", changed.Message, StringComparison.Ordinal);
        Assert.EndsWith("Vector indexes are only supported for PAY_PER_REQUEST tables", provisioned.Message, StringComparison.Ordinal);
    }

    private static async Task FillAsync(LocalDynamo engine)
    {
        await engine.OkAsync("CreateTable", CreateRequest(Both));
        await engine.PutAsync("1", $$"""{{E(1)}}, "tenant":{"S":"a"}, "year":{"N":"2025"}""");
        await engine.PutAsync("2", $$"""{{E(2)}}, "tenant":{"S":"a"}""");
        await engine.PutAsync("3", E(3));
    }

    private static async Task<string> DescribeAllAsync(LocalDynamo engine) =>
        (await engine.OkAsync("DescribeTable", """{"TableName":"tab"}""")).GetRawText();

    private static string E(double number) => $"\"e\":{Vector(1, number, 0)}";
}
