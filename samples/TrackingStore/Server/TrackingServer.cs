using System.Net;
using DynamoToolkit.Transport.Telemetry;
using TrackingStore.Artifacts;
using TrackingStore.Availability;
using TrackingStore.Endpoints.Artifacts;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>The server, put together as the options say, and running.</summary>
internal sealed class TrackingServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ArtifactRoot artifacts;

    private TrackingServer(WebApplication application, ArtifactRoot artifacts)
    {
        this.application = application;
        this.artifacts = artifacts;
    }

    /// <summary>Where the server listens.</summary>
    public Uri Url => new(application.Urls.First());

    /// <summary>Starts the server; it answers when this returns.</summary>
    public static async Task<TrackingServer> StartAsync(ServerOptions options, CancellationToken cancellationToken = default)
    {
        var artifacts = ArtifactRoot.For(options);
        var server = new TrackingServer(Build(options, artifacts), artifacts);
        try
        {
            await server.application.Services.GetRequiredService<TrackingTable>().EnsureAsync(cancellationToken);
            await server.application.Services.GetRequiredService<ExperimentStore>().EnsureDefaultAsync(cancellationToken);
            await server.application.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the process is asked to stop, and stops.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        artifacts.Dispose();
    }

    private static WebApplication Build(ServerOptions options, ArtifactRoot artifacts)
    {
        // Neither the environment nor a file in the current folder may open the network: the other builders read addresses from both.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // The client logs each attempt that fails; the server logs an outage once.
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter(DynamoTelemetry.Name, LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A chart asks for a hundred runs in one query string.
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        AddServices(builder.Services, options, artifacts);
        var application = builder.Build();
        var errors = application.Services.GetRequiredService<ErrorHandler>();
        application.Use(errors.InvokeAsync);
        application.Use(new BrowserGuard(options).InvokeAsync);
        application.Use(RawArtifactPath.GuardAsync);
        application.UseRouting();
        application.MapTrackingEndpoints();
        application.MapTrackingPages();
        return application;
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, ArtifactRoot artifacts) => services
        .AddSingleton(options.Time)
        .AddTrackingClient(options)
        .AddSingleton(provider => new ArtifactRepository(
            artifacts.Folder,
            options.Time,
            new Outage("The disk of the artifacts", options.Time, provider.GetRequiredService<ILogger<Outage>>())))
        .AddSingleton<TrackingTable>()
        .AddSingleton<StoreCheck>()
        .AddSingleton<RunStages>()
        .AddSingleton<RunSweep>()
        .AddSingleton<RunPurge>()
        .AddHostedService<PurgeService>()
        .AddSingleton<DatasetTexts>()
        .AddSingleton<ExperimentStore>()
        .AddSingleton<ExperimentSearch>()
        .AddSingleton<RunStore>()
        .AddSingleton<RunSearch>()
        .AddSingleton<LogStore>()
        .AddSingleton<HistoryStore>()
        .AddSingleton<InputStore>()
        .AddSingleton<ModelLog>()
        .AddSingleton<ErrorExplainer>()
        .AddSingleton<ErrorHandler>()
        .AddTrackingEndpoints()
        .AddTrackingPages();
}
