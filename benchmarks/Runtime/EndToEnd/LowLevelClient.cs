using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.Mapping;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>The SDK's low-level client with dictionaries by hand.</summary>
public sealed class LowLevelClient(Uri uri) : ClientVariant
{
    private readonly AmazonDynamoDBClient client = SdkClient.Create(uri);

    public override string Name => ClientVariants.Baseline;

    public override async Task<Order?> GetAsync(Order key)
    {
        var response = await client.GetItemAsync(new GetItemRequest { TableName = Orders.TableName, Key = OrderAttributes.KeyOf(key) });
        return response.IsItemSet ? OrderAttributes.ToOrder(response.Item) : null;
    }

    public override Task PutAsync(Order order) =>
        client.PutItemAsync(new PutItemRequest { TableName = Orders.TableName, Item = OrderAttributes.Of(order) });

    public override async Task<List<Order>> QueryAsync(string customerId)
    {
        var response = await client.QueryAsync(new QueryRequest
        {
            TableName = Orders.TableName,
            KeyConditionExpression = "customerId = :customerId",
            ExpressionAttributeValues = new(1) { [":customerId"] = new AttributeValue { S = customerId } },
        });
        return response.Items.ConvertAll(OrderAttributes.ToOrder);
    }

    public override Task UpdateAsync(Order order) => client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = Orders.TableName,
        Key = OrderAttributes.KeyOf(order),
        UpdateExpression = "SET #status = :status, note = :note ADD revision :one",
        ConditionExpression = "revision = :revision",
        ExpressionAttributeNames = new(1) { ["#status"] = "status" },
        ExpressionAttributeValues = new(4)
        {
            [":status"] = new AttributeValue { S = order.Status },
            [":note"] = new AttributeValue { S = order.Note },
            [":one"] = new AttributeValue { N = "1" },
            [":revision"] = new AttributeValue { N = order.Revision.ToString(CultureInfo.InvariantCulture) },
        },
    });

    public override Task DeleteAsync(Order key) =>
        client.DeleteItemAsync(new DeleteItemRequest { TableName = Orders.TableName, Key = OrderAttributes.KeyOf(key) });

    public override async Task<List<Order>> TransactGetAsync(List<Order> keys)
    {
        var response = await client.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            TransactItems = keys.ConvertAll(static key => new TransactGetItem
            {
                Get = new Get { TableName = Orders.TableName, Key = OrderAttributes.KeyOf(key) },
            }),
        });
        return response.Responses.ConvertAll(static found => OrderAttributes.ToOrder(found.Item));
    }

    public override Task TransactWriteAsync(List<Order> orders) => client.TransactWriteItemsAsync(new TransactWriteItemsRequest
    {
        TransactItems = orders.ConvertAll(static order => new TransactWriteItem
        {
            Put = new Put { TableName = Orders.TableName, Item = OrderAttributes.Of(order) },
        }),
    });

    public override async Task<List<Order>> BatchGetAsync(List<Order> keys)
    {
        var request = new BatchGetItemRequest
        {
            RequestItems = new(1) { [Orders.TableName] = new KeysAndAttributes { Keys = keys.ConvertAll(OrderAttributes.KeyOf) } },
        };
        var response = await client.BatchGetItemAsync(request);
        return response.Responses[Orders.TableName].ConvertAll(OrderAttributes.ToOrder);
    }

    public override Task BatchWriteAsync(List<Order> orders) => client.BatchWriteItemAsync(new BatchWriteItemRequest
    {
        RequestItems = new(1)
        {
            [Orders.TableName] = orders.ConvertAll(static order =>
                new WriteRequest { PutRequest = new PutRequest { Item = OrderAttributes.Of(order) } }),
        },
    });

    public override void Dispose() => client.Dispose();
}
