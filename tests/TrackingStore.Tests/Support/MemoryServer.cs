using TrackingStore.Server;

namespace TrackingStore.Tests.Support;

/// <summary>A server on its default store, for the tests of a class.</summary>
public sealed class MemoryServer : IAsyncLifetime
{
    private TrackingServer? server;

    /// <summary>A client of the server.</summary>
    internal MlflowClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TrackingServer.StartAsync(new ServerOptions { Port = 0 }, TestContext.Current.CancellationToken);
        Client = new MlflowClient(server.Url);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (server is not null) await server.DisposeAsync();
    }
}
