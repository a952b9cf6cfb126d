using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;

namespace Corpus.Programs.SdkReports;

/// <summary>A report that talks to the service by the AWS SDK, with a paginator and placeholders.</summary>
public sealed class SdkReports(IAmazonDynamoDB client)
{
    public async Task<decimal> RevenueAsync(string customer, CancellationToken cancellationToken)
    {
        var sum = 0m;
        var paginator = client.Paginators.Query(new QueryRequest
        {
            TableName = "orders",
            KeyConditionExpression = "pk = :customer AND begins_with(sk, :orders)",
            FilterExpression = "#state <> :cancelled",
            ProjectionExpression = "orderId, #total",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#state"] = "state", ["#total"] = "total" },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":customer"] = new AttributeValue { S = $"CUSTOMER#{customer}" },
                [":orders"] = new AttributeValue { S = "ORDER#" },
                [":cancelled"] = new AttributeValue { S = "Cancelled" },
            },
            Limit = 100,
        });
        await foreach (var response in paginator.Responses.WithCancellation(cancellationToken))
        {
            foreach (var item in response.Items ?? [])
                sum += item.TryGetValue("total", out var total) ? decimal.Parse(total.N, null) : 0;
        }

        return sum;
    }

    public async Task<bool> LockAsync(string customer, string order, string owner, CancellationToken cancellationToken)
    {
        try
        {
            await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = "orders",
                    Key = new()
                    {
                        ["pk"] = new($"CUSTOMER#{customer}"),
                        ["sk"] = new($"ORDER#{order}"),
                    },
                    UpdateExpression = "SET labels.lockedBy = :owner",
                    ConditionExpression = "attribute_not_exists(labels.lockedBy)",
                    ExpressionAttributeValues = new() { [":owner"] = new(owner) },
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    public async Task<long?> SizeAsync(string table, CancellationToken cancellationToken)
    {
        var response = await client.DescribeTableAsync(table, cancellationToken);
        return response.Table.TableSizeBytes;
    }

    public static string? TextOf(Document document) => document.TryGetValue("text", out var text) ? text.AsString() : null;
}
