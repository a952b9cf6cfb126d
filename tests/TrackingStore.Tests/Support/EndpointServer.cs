using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using TrackingStore.Server;

namespace TrackingStore.Tests.Support;

/// <summary>A server whose DynamoDB is an engine of the test, behind a port.</summary>
internal sealed class EndpointServer : IAsyncDisposable
{
    private readonly LocalDynamoServer dynamo;
    private readonly TrackingServer server;

    private EndpointServer(LocalDynamo engine, LocalDynamoServer dynamo, TrackingServer server)
    {
        (Engine, this.dynamo, this.server) = (engine, dynamo, server);
        Client = new MlflowClient(server.Url);
    }

    /// <summary>The engine.</summary>
    public LocalDynamo Engine { get; }

    /// <summary>A client of the server.</summary>
    public MlflowClient Client { get; }

    /// <summary>Starts the engine and the server.</summary>
    /// <param name="deletedRunsRetentionDays">How many days deleted runs are kept; null for ever.</param>
    public static async Task<EndpointServer> StartAsync(int? deletedRunsRetentionDays = null)
    {
        var engine = LocalDynamo.InMemory();
        var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        var options = new ServerOptions { Port = 0, Endpoint = dynamo.Endpoint, DeletedRunsRetentionDays = deletedRunsRetentionDays };
        return new EndpointServer(engine, dynamo, await TrackingServer.StartAsync(options, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        await dynamo.DisposeAsync();
        Engine.Dispose();
    }
}
