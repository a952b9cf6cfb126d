using System.Diagnostics;
using System.Net.Http.Headers;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Faults;

/// <summary>Faults on demand: what each does, where it strikes, and what it leaves behind.</summary>
public sealed class InjectedFaultTests
{
    private const string Put = """{"TableName":"tab","Item":{"p":{"S":"k"}}}""";
    private const string Count = """{"TableName":"tab","Select":"COUNT"}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultKind.Throttle, "ProvisionedThroughputExceededException")]
    [InlineData(FaultKind.InternalError, "InternalServerError")]
    [InlineData(FaultKind.TransactionConflict, "TransactionConflictException")]
    public async Task Refusal_IsTheServicesError_AndWritesNothing(FaultKind kind, string type)
    {
        using var engine = await Engine.WithTableAsync();
        using (engine.Faults.Inject(new LocalFault(kind) { Operations = ["PutItem"] }))
            Assert.Equal(type, (await engine.FailAsync("PutItem", Put)).Type);

        Assert.Equal(0, await CountAsync(engine));
        await engine.OkAsync("PutItem", Put);
        Assert.Equal(1, engine.Faults.Struck);
    }

    [Theory]
    [InlineData(FaultKind.RefusedConnection, 0)]
    [InlineData(FaultKind.LostAnswer, 1)]
    public async Task DroppedConnection_DiffersInWhatWasDone(FaultKind kind, int written)
    {
        using var engine = await Engine.WithTableAsync();
        using (engine.Faults.Inject(new LocalFault(kind) { Operations = ["PutItem"] }))
            await Assert.ThrowsAsync<DroppedConnectionException>(() => engine.CallAsync("PutItem", Put));
        Assert.Equal(written, await CountAsync(engine));
    }

    [Theory]
    [InlineData(FaultKind.RefusedConnection)]
    [InlineData(FaultKind.LostAnswer)]
    public async Task DroppedConnection_OverHttp_IsABrokenConnection(FaultKind kind)
    {
        using var engine = await Engine.WithTableAsync();
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        using var fault = engine.Faults.Inject(new LocalFault(kind));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint)
        {
            Content = new StringContent(Put, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "DynamoDB_20120810.PutItem");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0");

        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, Ct));
    }

    [Theory]
    [InlineData("GetItem", """{"TableName":"tab","Key":{"p":{"S":"k"}}}""", "TableReadKeyRangeThroughputExceeded")]
    [InlineData("PutItem", Put, "TableWriteKeyRangeThroughputExceeded")]
    public async Task Throttle_SaysWhetherItIsOfReadsOrWrites(string operation, string body, string reason)
    {
        using var engine = await Engine.WithTableAsync();
        using var fault = engine.Faults.Inject(new LocalFault(FaultKind.Throttle));
        var (_, error) = await engine.CallAsync(operation, body);
        Assert.Equal(reason, error.GetProperty("ThrottlingReasons")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Latency_DelaysAndThenAnswers()
    {
        using var engine = await Engine.WithTableAsync();
        using var fault = engine.Faults.Inject(new LocalFault(FaultKind.Latency) { Delay = TimeSpan.FromMilliseconds(50) });
        var start = Stopwatch.GetTimestamp();
        await engine.OkAsync("PutItem", Put);

        // Timers may be early by their resolution.
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(30));
    }

    [Fact]
    public async Task Unprocessed_StrikesSingleItemsOfABatch()
    {
        using var engine = await Engine.WithTableAsync();
        using var fault = engine.Faults.Inject(new LocalFault(FaultKind.Unprocessed) { Count = 1 });
        const string Batch = """
            {"RequestItems":{"tab":[{"PutRequest":{"Item":{"p":{"S":"1"}}}},{"PutRequest":{"Item":{"p":{"S":"2"}}}}]}}
            """;

        var answer = await engine.OkAsync("BatchWriteItem", Batch);
        Assert.Single(answer.GetProperty("UnprocessedItems").GetProperty("tab").EnumerateArray());
        Assert.Equal(1, await CountAsync(engine));
    }

    [Fact]
    public async Task Conflict_CancelsATransaction_WithTheReason()
    {
        using var engine = await Engine.WithTableAsync();
        using var fault = engine.Faults.Inject(new LocalFault(FaultKind.TransactionConflict) { Count = 1 });
        const string Transaction = """
            {"ClientRequestToken":"once","TransactItems":[
              {"Put":{"TableName":"tab","Item":{"p":{"S":"1"}}}},{"Put":{"TableName":"tab","Item":{"p":{"S":"2"}}}}]}
            """;

        var (_, error) = await engine.CallAsync("TransactWriteItems", Transaction);
        var reasons = error.GetProperty("CancellationReasons").EnumerateArray();
        Assert.Equal(["TransactionConflict", "None"], reasons.Select(static reason => reason.GetProperty("Code").GetString()));
        Assert.Equal(0, await CountAsync(engine));

        // The token of a cancelled transaction is free.
        await engine.OkAsync("TransactWriteItems", Transaction);
        Assert.Equal(2, await CountAsync(engine));
    }

    [Fact]
    public async Task Faults_StrikeOnlyWhereTheySay()
    {
        using var engine = await Engine.WithTableAsync();
        await engine.CreateTableAsync(name: "other");
        engine.Faults.Inject(new LocalFault(FaultKind.Throttle)
        {
            TableName = "other",
            Operations = ["PutItem", "BatchWriteItem", "TransactWriteItems"],
        });

        await engine.OkAsync("PutItem", Put);
        await engine.OkAsync("GetItem", """{"TableName":"other","Key":{"p":{"S":"k"}}}""");
        await engine.FailAsync("PutItem", """{"TableName":"other","Item":{"p":{"S":"k"}}}""");
        await engine.FailAsync("BatchWriteItem", """{"RequestItems":{"other":[{"DeleteRequest":{"Key":{"p":{"S":"k"}}}}]}}""");
        await engine.FailAsync("TransactWriteItems", """
            {"TransactItems":[{"Put":{"TableName":"tab","Item":{"p":{"S":"1"}}}},{"Put":{"TableName":"other","Item":{"p":{"S":"2"}}}}]}
            """);
        engine.Faults.Clear();
        await engine.OkAsync("PutItem", """{"TableName":"other","Item":{"p":{"S":"k"}}}""");
    }

    [Fact]
    public async Task Rate_RepeatsWithItsSeed()
    {
        var first = await StrikesAsync(seed: 7);
        Assert.Equal(first, await StrikesAsync(seed: 7));
        Assert.NotEqual(first, await StrikesAsync(seed: 8));
        Assert.InRange(first.Count(static struck => struck), 20, 60);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Rate_ThatIsNoProbability_IsRefused(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalFault(FaultKind.Throttle) { Rate = rate });

    private static async Task<List<bool>> StrikesAsync(int seed)
    {
        using var engine = LocalDynamo.InMemory(new LocalDynamoOptions { FaultSeed = seed });
        await engine.CreateTableAsync();
        engine.Faults.Inject(new LocalFault(FaultKind.Throttle) { Rate = 0.2 });
        var strikes = new List<bool>();
        for (var i = 0; i < 200; i++)
            strikes.Add((await engine.CallAsync("PutItem", Put)).Status != 200);
        return strikes;
    }

    private static async Task<int> CountAsync(LocalDynamo engine) =>
        (await engine.OkAsync("Scan", Count)).GetProperty("Count").GetInt32();
}
