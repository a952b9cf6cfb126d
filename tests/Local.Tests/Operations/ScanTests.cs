using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

public sealed class ScanTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(4, 7)]
    [InlineData(13, 1)]
    public async Task Scan_SegmentsPageByPage_GiveEveryItemOnce(int segments, int limit)
    {
        using var engine = await Engine.WithTableAsync();
        for (var i = 0; i < 60; i++)
            await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{i}}"} } }""");

        var found = new List<string>();
        for (var segment = 0; segment < segments; segment++)
        {
            var token = "";
            do
            {
                var answer = await engine.OkAsync("Scan", $$"""
                    {"TableName":"tab","Segment":{{segment}},"TotalSegments":{{segments}},"Limit":{{limit}}{{token}} }
                    """);
                found.AddRange(answer.GetProperty("Items").EnumerateArray()
                .Select(static item => item.GetProperty("p").GetProperty("S").GetString()!));
                token = answer.TryGetProperty("LastEvaluatedKey", out var last) ? $",\"ExclusiveStartKey\":{last}" : "";
            }
            while (token.Length > 0);
        }

        Assert.Equal(60, found.Count);
        Assert.Equal(60, found.Distinct().Count());
    }

    [Fact]
    public async Task Scan_TokenOfAnotherSegment_IsRefused()
    {
        using var engine = await Engine.WithTableAsync();
        var messages = new List<string>();
        for (var segment = 0; segment < 2; segment++)
        {
            var (status, answer) = await engine.CallAsync("Scan", $$"""
                {"TableName":"tab","Segment":{{segment}},"TotalSegments":2,"ExclusiveStartKey":{"p":{"S":"x"} } }
                """);
            if (status == 400)
                messages.Add(answer.GetProperty("message").GetString()!);
        }

        Assert.Contains("Please use ExclusiveStartKey with correct Segment", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_StartKeyTooLongForOneOfItsPlaces_IsRefused()
    {
        // An index's partition key can have 2,048 bytes, a table's sort key 1,024. Here they are the same attribute.
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", """
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"s","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
             "GlobalSecondaryIndexes":[{"IndexName":"by-s","KeySchema":[{"AttributeName":"s","KeyType":"HASH"}],
                                        "Projection":{"ProjectionType":"ALL"}}]}
            """);

        Task<(int Status, JsonElement Body)> ScanFrom(int length) => engine.CallAsync("Scan", $$"""
            {"TableName":"tab","IndexName":"by-s","ExclusiveStartKey":{"p":{"S":"a"},"s":{"S":"{{new string('x', length)}}"} } }
            """);

        Assert.Equal(200, (await ScanFrom(1024)).Status);
        var (status, error) = await ScanFrom(1025);
        Assert.Equal(400, status);
        Assert.StartsWith("The provided starting key is invalid: ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_StartKeyWasDeleted_GoesOnBehindIt()
    {
        using var engine = await Engine.WithTableAsync();
        for (var i = 0; i < 10; i++)
            await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{i}}"} } }""");
        var first = await engine.OkAsync("Scan", """{"TableName":"tab","Limit":4}""");
        var token = first.GetProperty("LastEvaluatedKey");
        await engine.OkAsync("DeleteItem", $$"""{"TableName":"tab","Key":{{token}} }""");

        var rest = await engine.OkAsync("Scan", $$"""{"TableName":"tab","ExclusiveStartKey":{{token}} }""");

        Assert.Equal(6, rest.GetProperty("Count").GetInt32());
    }
}
