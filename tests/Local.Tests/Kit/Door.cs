using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoToolkit.Local.Server;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>An engine and a client of the AWS SDK at one of its doors.</summary>
internal sealed class Door : IAsyncDisposable
{
    private readonly LocalDynamoServer? server;

    private Door(LocalDynamo engine, LocalDynamoServer? server)
    {
        Engine = engine;
        this.server = server;
        Client = server is null
            ? engine.CreateAmazonClient(static config => config.MaxErrorRetry = 0)
            : new AmazonDynamoDBClient(
                new BasicAWSCredentials("key", "secret"),
                new AmazonDynamoDBConfig { ServiceURL = server.Endpoint.ToString(), MaxErrorRetry = 0 });
    }

    /// <summary>The engine.</summary>
    public LocalDynamo Engine { get; }

    /// <summary>The client.</summary>
    public AmazonDynamoDBClient Client { get; }

    /// <summary>Opens a door to a new engine in memory.</summary>
    public static async Task<Door> OpenAsync(DoorKind kind, LocalDynamoOptions? options = null)
    {
        var engine = LocalDynamo.InMemory(options);
        var server = kind == DoorKind.Http
            ? await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken)
            : null;
        return new Door(engine, server);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        Engine.Dispose();
    }
}
