using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Local.Tests.Kit;
using SdkKeyType = Amazon.DynamoDBv2.KeyType;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>Every operation through both doors, with the AWS SDK's client and its reading of the responses.</summary>
public sealed class EveryOperationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DoorKind.InProcess)]
    [InlineData(DoorKind.Http)]
    public async Task Tables_CreatedDescribedChangedAndDeleted(DoorKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var client = door.Client;
        await CreateAsync(client);

        var listed = await client.ListTablesAsync(Ct);
        var described = (await client.DescribeTableAsync("orders", Ct)).Table;
        await client.UpdateTableAsync(
            new UpdateTableRequest
            {
                TableName = "orders",
                GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "byState" } }],
            },
            Ct);
        var changed = (await client.DescribeTableAsync("orders", Ct)).Table;
        await client.UpdateTimeToLiveAsync(
            new() { TableName = "orders", TimeToLiveSpecification = new() { AttributeName = "until", Enabled = true } }, Ct);
        var ttl = (await client.DescribeTimeToLiveAsync("orders", Ct)).TimeToLiveDescription;
        await client.TagResourceAsync(new() { ResourceArn = described.TableArn, Tags = [new() { Key = "a", Value = "b" }] }, Ct);
        var tags = (await client.ListTagsOfResourceAsync(new() { ResourceArn = described.TableArn }, Ct)).Tags;
        await client.UntagResourceAsync(new() { ResourceArn = described.TableArn, TagKeys = ["a"] }, Ct);
        var limits = await client.DescribeLimitsAsync(new(), Ct);
        var deleted = (await client.DeleteTableAsync("orders", Ct)).TableDescription;

        Assert.Equal(["orders"], listed.TableNames);
        Assert.Equal(TableStatus.ACTIVE, described.TableStatus);
        Assert.Equal(["customer", "number"], described.KeySchema.Select(static key => key.AttributeName));
        Assert.Equal("byState", Assert.Single(described.GlobalSecondaryIndexes).IndexName);
        Assert.Equal("byDate", Assert.Single(described.LocalSecondaryIndexes).IndexName);
        Assert.Empty(changed.GlobalSecondaryIndexes ?? []);
        Assert.DoesNotContain(changed.AttributeDefinitions, static attribute => attribute.AttributeName == "state");
        Assert.Equal(TimeToLiveStatus.ENABLED, ttl.TimeToLiveStatus);
        Assert.Equal("b", Assert.Single(tags).Value);
        Assert.Equal(40000, limits.TableMaxReadCapacityUnits);
        Assert.Equal(TableStatus.DELETING, deleted.TableStatus);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeTableAsync("orders", Ct));
    }

    [Theory]
    [InlineData(DoorKind.InProcess)]
    [InlineData(DoorKind.Http)]
    public async Task Items_PutGotUpdatedAndDeleted(DoorKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var client = door.Client;
        await CreateAsync(client);
        var item = Order("anna", 1, "open");
        item["all"] = new()
        {
            L =
            [
                new() { N = "1.50" },
                new() { BOOL = false },
                new() { NULL = true },
                new() { M = new() { ["é"] = new() { SS = ["x", "y"] } } },
            ],
        };

        await client.PutItemAsync("orders", item, Ct);
        var got = (await client.GetItemAsync("orders", Key("anna", 1), consistentRead: true, Ct)).Item;
        var updated = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = "orders",
                Key = Key("anna", 1),
                UpdateExpression = "SET #s = :paid ADD payments :one",
                ExpressionAttributeNames = new() { ["#s"] = "state" },
                ExpressionAttributeValues = new() { [":paid"] = new("paid"), [":one"] = new() { N = "1" } },
                ReturnValues = ReturnValue.UPDATED_NEW,
                ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
                ReturnItemCollectionMetrics = ReturnItemCollectionMetrics.SIZE,
            },
            Ct);
        var failed = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => client.DeleteItemAsync(
            new DeleteItemRequest
            {
                TableName = "orders",
                Key = Key("anna", 1),
                ConditionExpression = "payments > :one",
                ExpressionAttributeValues = new() { [":one"] = new() { N = "1" } },
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
            Ct));
        var deleted = await client.DeleteItemAsync("orders", Key("anna", 1), ReturnValue.ALL_OLD, Ct);
        var gone = await client.GetItemAsync("orders", Key("anna", 1), Ct);

        Assert.Equal("1.5", got["all"].L[0].N);
        Assert.Equal(["x", "y"], got["all"].L[3].M["é"].SS);
        Assert.Equal("paid", updated.Attributes["state"].S);
        Assert.Equal(2, updated.Attributes.Count);
        Assert.Equal(4, updated.ConsumedCapacity.CapacityUnits);
        Assert.Equal(2, updated.ConsumedCapacity.GlobalSecondaryIndexes["byState"].CapacityUnits);
        Assert.Equal("anna", updated.ItemCollectionMetrics.ItemCollectionKey["customer"].S);
        Assert.Equal("paid", failed.Item["state"].S);
        Assert.Equal("paid", deleted.Attributes["state"].S);
        Assert.True(gone.Item is null or { Count: 0 });
    }

    [Theory]
    [InlineData(DoorKind.InProcess)]
    [InlineData(DoorKind.Http)]
    public async Task Reads_QueriedScannedAndCounted(DoorKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var client = door.Client;
        await CreateAsync(client);
        foreach (var number in Enumerable.Range(1, 12))
            await client.PutItemAsync("orders", Order(number % 2 == 0 ? "anna" : "bert", number, number % 3 == 0 ? "open" : "paid"), Ct);

        var query = new QueryRequest
        {
            TableName = "orders",
            KeyConditionExpression = "customer = :c AND #n BETWEEN :low AND :high",
            FilterExpression = "#st = :paid",
            ProjectionExpression = "#n",
            ExpressionAttributeNames = new() { ["#n"] = "number", ["#st"] = "state" },
            ExpressionAttributeValues = new()
            {
                [":c"] = new("anna"),
                [":low"] = new() { N = "3" },
                [":high"] = new() { N = "10" },
                [":paid"] = new("paid"),
            },
            ScanIndexForward = false,
            Limit = 3,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        var first = await client.QueryAsync(query, Ct);
        query.ExclusiveStartKey = first.LastEvaluatedKey;
        var second = await client.QueryAsync(query, Ct);
        var byState = await client.QueryAsync(
            new QueryRequest
            {
                TableName = "orders",
                IndexName = "byState",
                KeyConditionExpression = "#st = :open",
                ExpressionAttributeNames = new() { ["#st"] = "state" },
                ExpressionAttributeValues = new() { [":open"] = new("open") },
                Select = Select.COUNT,
            },
            Ct);
        var scanned = await client.ScanAsync(new ScanRequest { TableName = "orders" }, Ct);

        Assert.Equal(["10", "8"], first.Items.Select(static item => item["number"].N));
        Assert.Equal(3, first.ScannedCount);
        Assert.Equal(0.5, first.ConsumedCapacity.CapacityUnits);
        Assert.Equal(["4"], second.Items.Select(static item => item["number"].N));
        Assert.True(second.LastEvaluatedKey is null or { Count: 0 });
        Assert.Equal(4, byState.Count);
        Assert.Equal(12, scanned.Count);
    }

    [Theory]
    [InlineData(DoorKind.InProcess)]
    [InlineData(DoorKind.Http)]
    public async Task Batches_WrittenAndRead(DoorKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var client = door.Client;
        await CreateAsync(client);
        var writes = Enumerable.Range(1, 25)
            .Select(static number => new WriteRequest { PutRequest = new() { Item = Order("anna", number, "open") } })
            .ToList();
        var delete = new WriteRequest { DeleteRequest = new() { Key = Key("anna", 25) } };

        var written = await client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { ["orders"] = writes }, Ct);
        await client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { ["orders"] = [delete] }, Ct);
        var read = await client.BatchGetItemAsync(
            new BatchGetItemRequest
            {
                RequestItems = new()
                {
                    ["orders"] = new() { Keys = [Key("anna", 1), Key("anna", 24), Key("anna", 25)], ConsistentRead = true },
                },
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            },
            Ct);

        Assert.True(written.UnprocessedItems is null or { Count: 0 });
        Assert.Equal(["1", "24"], read.Responses["orders"].Select(static item => item["number"].N).Order());
        Assert.Equal(3, Assert.Single(read.ConsumedCapacity).CapacityUnits);
    }

    [Theory]
    [InlineData(DoorKind.InProcess)]
    [InlineData(DoorKind.Http)]
    public async Task Transactions_DoneOrCancelledAsAWhole(DoorKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var client = door.Client;
        await CreateAsync(client);
        await client.PutItemAsync("orders", Order("anna", 1, "open"), Ct);

        await client.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new()
                    {
                        ConditionCheck = new()
                        {
                            TableName = "orders",
                            Key = Key("anna", 1),
                            ConditionExpression = "attribute_exists(customer)",
                        },
                    },
                    new() { Put = new() { TableName = "orders", Item = Order("anna", 2, "open") } },
                ],
            },
            Ct);
        var cancelled = await Assert.ThrowsAsync<TransactionCanceledException>(() => client.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new() { Delete = new() { TableName = "orders", Key = Key("anna", 1) } },
                    new()
                    {
                        Put = new()
                        {
                            TableName = "orders",
                            Item = Order("anna", 2, "paid"),
                            ConditionExpression = "attribute_not_exists(customer)",
                            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                        },
                    },
                ],
            },
            Ct));
        var read = await client.TransactGetItemsAsync(
            new TransactGetItemsRequest
            {
                TransactItems =
                [
                    .. new[] { 1, 2, 3 }.Select(static number =>
                        new TransactGetItem { Get = new() { TableName = "orders", Key = Key("anna", number) } }),
                ],
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            },
            Ct);

        Assert.Equal(["None", "ConditionalCheckFailed"], cancelled.CancellationReasons.Select(static reason => reason.Code));
        Assert.Equal("open", cancelled.CancellationReasons[1].Item["state"].S);
        Assert.Equal([true, true, false], read.Responses.Select(static response => response.Item is { Count: > 0 }));
        Assert.Equal(6, Assert.Single(read.ConsumedCapacity).CapacityUnits);
    }

    private static Dictionary<string, AttributeValue> Key(string customer, int number) =>
        new() { ["customer"] = new(customer), ["number"] = new() { N = $"{number}" } };

    private static Dictionary<string, AttributeValue> Order(string customer, int number, string state) =>
        new(Key(customer, number)) { ["state"] = new(state), ["date"] = new($"2026-01-{number:00}") };

    private static Task CreateAsync(AmazonDynamoDBClient client) => client.CreateTableAsync(
        new CreateTableRequest
        {
            TableName = "orders",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions =
            [
                new("customer", ScalarAttributeType.S),
                new("number", ScalarAttributeType.N),
                new("state", ScalarAttributeType.S),
                new("date", ScalarAttributeType.S),
            ],
            KeySchema = [new("customer", SdkKeyType.HASH), new("number", SdkKeyType.RANGE)],
            LocalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "byDate",
                    KeySchema = [new("customer", SdkKeyType.HASH), new("date", SdkKeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                },
            ],
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "byState",
                    KeySchema = [new("state", SdkKeyType.HASH)],
                    Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
                },
            ],
        },
        Ct);
}
