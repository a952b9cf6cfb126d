using DynamoToolkit;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;

namespace AotShop;

/// <summary>An engine of its own, a port of it, and a client that comes to it through one of the doors.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly LocalDynamo engine;
    private readonly LocalDynamoServer server;

    private Database(LocalDynamo engine, LocalDynamoServer server, DynamoClient client)
    {
        this.engine = engine;
        this.server = server;
        Client = client;
    }

    public DynamoClient Client { get; }

    public static async Task<Database> OpenAsync(Func<LocalDynamo, Uri, DynamoClient> door)
    {
        // Expired items stay, so that reads have to leave them out.
        var engine = LocalDynamo.InMemory(new LocalDynamoOptions { ExpiryInterval = Timeout.InfiniteTimeSpan });
        var server = await LocalDynamoServer.StartAsync(engine, new LocalServerOptions());
        return new Database(engine, server, door(engine, server.Endpoint));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        engine.Dispose();
    }
}
