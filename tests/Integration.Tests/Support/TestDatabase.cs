using Amazon.DynamoDBv2;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;
using BasicAWSCredentials = Amazon.Runtime.BasicAWSCredentials;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>A client of an engine of its own, in this process or behind a port, with the tables of the model.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly LocalDynamo engine;
    private readonly LocalDynamoServer? server;

    private TestDatabase(LocalDynamo engine, LocalDynamoServer? server, Door door)
    {
        this.engine = engine;
        this.server = server;
        Client = door switch
        {
            Door.Http => new DynamoClient(new DynamoClientOptions { ServiceEndpoint = server!.Endpoint }),
            Door.Sdk => new DynamoClient(new SdkTransport(SdkCredentials, SdkConfigFor(server!))),
            Door.Bridge => new DynamoClient(
                new BridgeTransport(new AmazonDynamoDBClient(SdkCredentials, SdkConfigFor(server!)), ownsClient: true)),
            _ => new DynamoClient(engine),
        };
    }

    public DynamoClient Client { get; }

    public DynamoTable<Run> Runs => Client.Table<Run>();

    public DynamoTable<Metric> Metrics => Client.Table<Metric>();

    public DynamoTable<Counter> Counters => Client.Table<Counter>();

    public static TableDefinition Tracking => TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>());

    private static BasicAWSCredentials SdkCredentials { get; } = new BasicAWSCredentials("key", "secret");

    public static async Task<TestDatabase> StartAsync(Door door)
    {
        // Expired items stay, so that a test can read them.
        var engine = LocalDynamo.InMemory(new LocalDynamoOptions { ExpiryInterval = Timeout.InfiniteTimeSpan });
        var server = door is Door.InProcess ? null : await LocalDynamoServer.StartAsync(engine);
        var database = new TestDatabase(engine, server, door);
        await database.Client.EnsureTableAsync(Tracking);
        await database.Client.EnsureTableAsync(TableDefinition.For(TableModel.Of<Counter>()));
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        engine.Dispose();
    }

    private static AmazonDynamoDBConfig SdkConfigFor(LocalDynamoServer server) =>
        new() { ServiceURL = server.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" };
}
