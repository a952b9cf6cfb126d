using Amazon.DynamoDBv2;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/local-engine.md</c>, which a test compares with the page; and that they run.</summary>
public sealed class LocalEngineExamples
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Engine_InMemory()
    {
        // example: engine
        using var engine = LocalDynamo.InMemory();
        var db = new DynamoClient(engine);
        // end

        Assert.Empty(await db.ListTablesAsync(ct).ToListAsync(ct));
    }

    [Fact]
    public async Task Engine_InAFolder_KeepsItsData()
    {
        var folder = Directory.CreateTempSubdirectory("engine").FullName;
        var counters = TableDefinition.For(TableModel.Of<Counter>());

        for (var start = 0; start < 2; start++)
        {
            // example: engine-folder
            // Survives kill -9, but not a power failure.
            using var engine = LocalDynamo.Open(folder, new LocalDynamoOptions { FlushToDisk = false });
            using var db = new DynamoClient(engine);
            // end

            Assert.Equal(start, await db.ListTablesAsync(ct).CountAsync(ct));
            await db.EnsureTableAsync(counters, ct);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Engine_ForTheSdk()
    {
        using var engine = LocalDynamo.InMemory();

        // example: engine-sdk
        using IAmazonDynamoDB sdk = engine.CreateAmazonClient(config => config.MaxErrorRetry = 2);
        // end

        Assert.Empty((await sdk.ListTablesAsync(ct)).TableNames ?? []);
    }

    [Fact]
    public async Task Engine_BackedUpAndRestored()
    {
        var folder = Directory.CreateTempSubdirectory("engine").FullName;
        var (backup, restored) = (Path.Combine(folder, "backup"), Path.Combine(folder, "restored"));
        using var engine = LocalDynamo.InMemory();
        using var db = new DynamoClient(engine);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Counter>()), ct);

        // example: engine-backup
        await engine.BackupAsync(backup, ct);                               // as of now, while requests go on
        await LocalDynamo.CopyFolderAsync(backup, restored, ct);            // checks the backup and copies it
        using var earlier = LocalDynamo.Open(restored);
        // end

        using var other = new DynamoClient(earlier);
        Assert.Single(await other.ListTablesAsync(ct).ToListAsync(ct));
        earlier.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Engine_BehindAPort()
    {
        using var engine = LocalDynamo.InMemory();

        // example: engine-port
        await using var server = await LocalDynamoServer.StartAsync(engine, port: 0, ct);               // 0: any free port
        using var sdk = new AmazonDynamoDBClient(
            "any key",
            "any secret",
            new AmazonDynamoDBConfig { ServiceURL = server.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });
        // end

        Assert.Empty((await sdk.ListTablesAsync(ct)).TableNames ?? []);
    }

    [Fact]
    public async Task Engine_BehindAPort_ForAWebPage()
    {
        using var engine = LocalDynamo.InMemory();

        // example: engine-origins
        var options = new LocalServerOptions
        {
            AllowedHosts = ["host.docker.internal"],
            CorsOrigins = ["http://localhost:5173"],
        };
        await using var server = await LocalDynamoServer.StartAsync(engine, options, ct);
        // end

        Assert.NotEqual(0, server.Endpoint.Port);
    }

    [Fact]
    public async Task Engine_DeletesWhatHasExpired()
    {
        // example: engine-expiry
        // The engine does not delete expired items by itself.
        using var engine = LocalDynamo.InMemory(new LocalDynamoOptions { ExpiryInterval = Timeout.InfiniteTimeSpan });
        // end

        using var db = new DynamoClient(engine);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>()), ct);
        await db.Table<Run>().PutAsync(new Run { RunId = "1", ExperimentId = "7", ExpiresAt = DateTimeOffset.UtcNow.AddHours(-1) }, ct);

        // example: engine-expired
        int deleted = engine.DeleteExpired();                   // but on demand
        // end

        Assert.Equal(1, deleted);
    }
}
