using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace DynamoToolkit.Local.Server;

/// <summary>Serves an engine on a port of this machine with DynamoDB's JSON protocol, for any AWS SDK.</summary>
public sealed class LocalDynamoServer : IAsyncDisposable
{
    // The engine answers in milliseconds. Only a client that stalls takes longer, and would hold the process for half a minute.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private const int LineBytes = 16 * 1024;

    private readonly IHost host;
    private readonly IdleCollector? collector;

    private LocalDynamoServer(IHost host, IdleCollector? collector, Uri endpoint)
    {
        this.host = host;
        this.collector = collector;
        Endpoint = endpoint;
    }

    /// <summary>The address of the server, such as <c>http://127.0.0.1:8000</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts a server on 127.0.0.1.</summary>
    /// <param name="engine">The engine to serve. The caller still owns it and can use it in process at the same time.</param>
    /// <param name="port">The port; 0 for any free port.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static Task<LocalDynamoServer> StartAsync(LocalDynamo engine, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(engine, new LocalServerOptions { Port = port }, cancellationToken);

    /// <summary>Starts a server on 127.0.0.1.</summary>
    /// <param name="engine">The engine to serve. The caller still owns it and can use it in process at the same time.</param>
    /// <param name="options">The port, and which hosts and origins are allowed.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<LocalDynamoServer> StartAsync(
        LocalDynamo engine, LocalServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(options);
        var collector = options.ReturnsMemory ? new IdleCollector() : null;
        var door = new HttpDoor(engine, options, collector);
        var host = new HostBuilder()
            .ConfigureServices(static services => services
                .Configure<HostOptions>(static host => host.ShutdownTimeout = Grace)

                // The thread that receives a request answers it. The door leaves it where that may take long (SocketThread).
                .Configure<SocketTransportOptions>(static sockets => sockets.UnsafePreferInlineScheduling = true))
            .ConfigureWebHost(web => web
                .UseKestrelCore()
                .UseKestrel(kestrel => Configure(kestrel, options.Port))
                .Configure(app => app.Run(door.HandleAsync)))
            .Build();
        await host.StartAsync(cancellationToken).ConfigureAwait(false);
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new LocalDynamoServer(host, collector, new Uri(addresses.Addresses.First()));
    }

    /// <summary>Stops listening, and waits for requests in progress, at most three seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync().ConfigureAwait(false);
        host.Dispose();
        collector?.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;

        // The door answers what is longer than the service allows. Kestrel's own answers, to even longer ones, have other statuses.
        kestrel.Limits.MaxRequestLineSize = 4 * LineBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 4 * LineBytes;
        kestrel.Limits.MaxRequestBodySize = LocalDynamo.MaxRequestBytes + 1;
        kestrel.Limits.MaxRequestBufferSize = BodyBudget.SmallBytes;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.ListenLocalhostOnly(port);
    }
}
