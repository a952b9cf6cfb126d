using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Local.Tests.Kit;
using DynamoToolkit.Local.Tests.Pages;
using SdkKeyType = Amazon.DynamoDBv2.KeyType;

namespace DynamoToolkit.Local.Tests.VectorIndexes;

/// <summary>Vector indexes with the unchanged client of the AWS SDK, and on the page.</summary>
public sealed class VectorSdkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DoorKind.InProcess)]
    [InlineData(DoorKind.Http)]
    public async Task Client_DefinesWritesAndSearches(DoorKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var client = door.Client;
        await CreateAsync(client);
        var put = await client.PutItemAsync(
            new PutItemRequest { TableName = "docs", Item = Item("a", 1, 0), ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES }, Ct);
        await client.PutItemAsync("docs", Item("b", 0, 1), Ct);

        var found = await client.SearchVectorsAsync(
            new SearchVectorsRequest
            {
                TableName = "docs",
                IndexName = "near",
                SearchVector = [new() { N = "1" }, new() { N = "0.1" }],
                TopK = 5,
                SearchConditionExpression = "team = :t",
                ExpressionAttributeValues = new() { [":t"] = new("x") },
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            },
            Ct);
        var described = Assert.Single((await client.DescribeTableAsync("docs", Ct)).Table.VectorIndexes);
        await client.UpdateTableAsync(
            new UpdateTableRequest { TableName = "docs", VectorIndexUpdates = [new() { Delete = new() { IndexName = "near" } }] }, Ct);

        Assert.Equal(["a", "b"], found.SearchResults.Select(static result => result.Item["id"].S));
        Assert.Equal(["id", "team", "title"], found.SearchResults[0].Item.Keys.Order());
        Assert.True(found.SearchResults[0].Score < found.SearchResults[1].Score);
        Assert.Equal(1024, found.ConsumedCapacity.VectorSearchRequestBytes);
        Assert.Equal(1024, put.ConsumedCapacity.VectorIndexes["near"].VectorWriteRequestBytes);
        Assert.Equal(VectorDistanceFunction.COSINE, described.DistanceFunction);
        Assert.Equal(2, described.ItemCount);
        Assert.Equal(SearchSchemaElementType.HASH, Assert.Single(described.SearchSchema).SearchSchemaElementType);
        Assert.Null((await client.DescribeTableAsync("docs", Ct)).Table.VectorIndexes);
    }

    [Fact]
    public async Task Page_ShowsVectorIndexes()
    {
        await using var pages = await PageKit.StartAsync();
        using var client = pages.Engine.CreateAmazonClient();
        await CreateAsync(client);

        Assert.Contains("near", await pages.GetAsync("/"), StringComparison.Ordinal);
        var table = await pages.GetAsync("/tables/docs");
        Assert.Contains("COSINE", table, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"near\"", table, StringComparison.Ordinal);
    }

    private static Dictionary<string, AttributeValue> Item(string id, double x, double y) => new()
    {
        ["id"] = new(id),
        ["team"] = new("x"),
        ["title"] = new("a title"),
        ["embedding"] = new() { L = [new() { N = $"{x}" }, new() { N = $"{y}" }] },
    };

    private static Task CreateAsync(IAmazonDynamoDB client) => client.CreateTableAsync(
        new CreateTableRequest
        {
            TableName = "docs",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("id", ScalarAttributeType.S), new("team", ScalarAttributeType.S)],
            KeySchema = [new("id", SdkKeyType.HASH)],
            VectorIndexes =
            [
                new()
                {
                    IndexName = "near",
                    VectorAttribute = new() { AttributeName = "embedding" },
                    Dimensions = 2,
                    DistanceFunction = VectorDistanceFunction.COSINE,
                    SearchSchema = [new() { AttributeName = "team", SearchSchemaElementType = SearchSchemaElementType.HASH }],
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                },
            ],
        },
        Ct);
}
