using System.Text;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using TrackingStore.Server;
using TrackingStore.Values;

namespace TrackingStore.Tests.Support;

/// <summary>A server whose DynamoDB is an engine of the test, behind a port.</summary>
internal sealed class EndpointServer : IAsyncDisposable
{
    private readonly LocalDynamoServer dynamo;
    private readonly TrackingServer server;

    private EndpointServer(LocalDynamo engine, LocalDynamoServer dynamo, TrackingServer server, bool signsIn)
    {
        (Engine, this.dynamo, this.server) = (engine, dynamo, server);
        Client = new MlflowClient(server.Url);
        if (!signsIn) return;
        using var nobody = Client;
        Client = nobody.As(UserNames.First, SignInServer.Password, Encoding.UTF8);
    }

    /// <summary>The engine.</summary>
    public LocalDynamo Engine { get; }

    /// <summary>A client of the server, which signs in as the administrator if the server wants that.</summary>
    public MlflowClient Client { get; }

    /// <summary>Starts the engine and the server.</summary>
    /// <param name="deletedRunsRetentionDays">How many days deleted runs are kept; null for ever.</param>
    /// <param name="signsIn">Whether callers have to sign in.</param>
    public static async Task<EndpointServer> StartAsync(int? deletedRunsRetentionDays = null, bool signsIn = false)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var engine = LocalDynamo.InMemory();
        var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: cancellationToken);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, SignInServer.Password, cancellationToken);
            var options = new ServerOptions
            {
                Port = 0,
                Endpoint = dynamo.Endpoint,
                DeletedRunsRetentionDays = deletedRunsRetentionDays,
                SignIn = signsIn,
                AdminPasswordFile = signsIn ? file : null,
                PasswordIterations = 1000,
            };
            return new EndpointServer(engine, dynamo, await TrackingServer.StartAsync(options, cancellationToken), signsIn);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        await dynamo.DisposeAsync();
        Engine.Dispose();
    }
}
