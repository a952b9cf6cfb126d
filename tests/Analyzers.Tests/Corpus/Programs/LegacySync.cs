using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Corpus.LegacyOrders;
using DynamoToolkit;
using DynamoToolkit.Borders;

namespace Corpus.Programs.LegacySync;

/// <summary>Half of the program still uses the AWS SDK's own client, on the table that the other half has a type for.</summary>
public sealed class LegacySync(IAmazonDynamoDB sdk, DynamoTable<LegacyOrder> orders)
{
    private const string Table = "LegacyOrders";

    public async Task<LegacyOrder?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var response = await sdk.GetItemAsync(
            new GetItemRequest
            {
                TableName = Table,
                Key = new Dictionary<string, AttributeValue> { ["OrderId"] = new() { S = id } },
                ConsistentRead = true,
            },
            cancellationToken);
        return response.IsItemSet ? AttributeMapExtensions.FromAttributeMap<LegacyOrder>(response.Item) : null;
    }

    public async Task MarkPaidAsync(string id, CancellationToken cancellationToken) => await sdk.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = Table,
            Key = new Dictionary<string, AttributeValue> { ["OrderId"] = new(id) },
            UpdateExpression = "SET IsPaid = :paid ADD #version :one",
            ConditionExpression = "attribute_exists(OrderId)",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#version"] = "Version" },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":paid"] = new() { N = "1" },
                [":one"] = new() { N = "1" },
            },
        },
        cancellationToken);

    public async Task<List<LegacyOrder>> OfCustomerAsync(string customer, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = Table,
            IndexName = "CustomerId-index",
            KeyConditionExpression = "CustomerId = :customer",
            FilterExpression = "IsPaid = :paid",
            ExpressionAttributeValues = new() { [":customer"] = new(customer), [":paid"] = new() { N = "1" } },
        };
        var found = new List<LegacyOrder>();
        do
        {
            var response = await sdk.QueryAsync(request, cancellationToken);
            foreach (var item in response.Items ?? [])
                found.Add(AttributeMapExtensions.FromAttributeMap<LegacyOrder>(item));
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return found;
    }

    public async Task ArchiveAsync(IEnumerable<LegacyOrder> done, CancellationToken cancellationToken)
    {
        var requests = new List<WriteRequest>();
        foreach (var order in done)
            requests.Add(new WriteRequest { PutRequest = new PutRequest { Item = order.ToAttributeMap() } });
        var left = new Dictionary<string, List<WriteRequest>> { ["LegacyArchive"] = requests };
        while (left.Count > 0)
        {
            var response = await sdk.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = left }, cancellationToken);
            left = response.UnprocessedItems;
        }
    }

    public Task ForgetAsync(LegacyOrder order, CancellationToken cancellationToken) => orders.DeleteAsync(order, cancellationToken);
}
