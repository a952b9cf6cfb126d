using Amazon.DynamoDBv2;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;
using BasicAWSCredentials = Amazon.Runtime.BasicAWSCredentials;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>A consumer through each transport that has streams, on the system's clock.</summary>
public sealed class DoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Http)]
    [InlineData(Door.Sdk)]
    public async Task Consumer_GetsChanges(Door door)
    {
        using var engine = LocalDynamo.InMemory();
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        using var db = ClientFor(door, engine, server.Endpoint);

        // The stream is enabled for a table that exists.
        var tracking = TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>());
        await db.EnsureTableAsync(tracking, Ct);
        await db.EnsureTableAsync(tracking.WithStream(), Ct);
        await db.EnsureTableAsync(tracking.WithStream(), Ct);
        await db.EnsureTableAsync(StreamTable.Define("consumers"), Ct);
        var handled = new TaskCompletionSource();
        var metrics = new Recorder<Metric> { Fails = static change => change.New?.Name == "bad" };
        metrics.Before = (change, _) =>
        {
            if (change.New?.Name == "last")
                handled.TrySetResult();
            return Task.CompletedTask;
        };
        var options = new StreamConsumerOptions { LeaseTable = "consumers", MaxAttempts = 2, Lanes = 1, StartFrom = StreamStart.Now };
        var consumer = StreamConsumer.For<Run>(db, options).AddHandler(metrics);
        using var stop = new CancellationTokenSource();
        var running = consumer.RunAsync(stop.Token);
        foreach (var name in (string[])["good", "bad", "last"])
            await db.Table<Metric>().PutAsync(new Metric { RunId = "1", Name = name }, Ct);

        await handled.Task.WaitAsync(TimeSpan.FromMinutes(5), Ct);
        await stop.CancelAsync();
        await running;
        Assert.Equal(["good", "last"], metrics.Changes.Select(static change => change.New!.Name));
        metrics.Fails = static _ => false;
        Assert.Equal(1, (await consumer.ReplayDeadLettersAsync(cancellationToken: Ct)).Applied);
    }

    [Fact]
    public async Task StreamThatShowsLess_IsRefused()
    {
        using var engine = LocalDynamo.InMemory();
        using var db = new DynamoClient(engine);
        var tracking = TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>());
        await db.EnsureTableAsync(tracking, Ct);
        await db.EnsureTableAsync(StreamTable.Define(), Ct);
        var consumer = StreamConsumer.For<Run>(db).AddHandler(new Recorder<Run>());
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => consumer.RunAsync(Ct));
        Assert.Contains("has no stream", error.Message);

        await engine.ExecuteAsync(
            "UpdateTable",
            """{"TableName":"tracking","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"} }""",
            Ct);
        error = await Assert.ThrowsAsync<InvalidOperationException>(() => consumer.RunAsync(Ct));
        Assert.Contains("KEYS_ONLY", error.Message);
        var mismatch = await Assert.ThrowsAsync<SchemaMismatchException>(() => db.EnsureTableAsync(tracking.WithStream(), Ct));
        Assert.Contains("KEYS_ONLY", mismatch.Message);
    }

    private static DynamoClient ClientFor(Door door, LocalDynamo engine, Uri endpoint) => door switch
    {
        Door.Http => new DynamoClient(new DynamoClientOptions { ServiceEndpoint = endpoint }),
        Door.Sdk => new DynamoClient(
            new SdkTransport(
                new BasicAWSCredentials("key", "secret"),
                new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = "eu-west-1" })),
        _ => new DynamoClient(new Undisposed(engine)),
    };
}
