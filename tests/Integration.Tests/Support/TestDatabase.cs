using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>A client of an engine of its own, in this process or behind a port, with the tables of the model.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly LocalDynamo engine;
    private readonly LocalDynamoServer? server;

    private TestDatabase(LocalDynamo engine, LocalDynamoServer? server)
    {
        this.engine = engine;
        this.server = server;
        Client = server is null ? new DynamoClient(engine) : new DynamoClient(new DynamoClientOptions { ServiceEndpoint = server.Endpoint });
    }

    public DynamoClient Client { get; }

    public DynamoTable<Run> Runs => Client.Table<Run>();

    public DynamoTable<Metric> Metrics => Client.Table<Metric>();

    public DynamoTable<Counter> Counters => Client.Table<Counter>();

    public static TableDefinition Tracking => TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>());

    public static async Task<TestDatabase> StartAsync(Door door)
    {
        var engine = LocalDynamo.InMemory();
        var server = door is Door.Http ? await LocalDynamoServer.StartAsync(engine) : null;
        var database = new TestDatabase(engine, server);
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
}
