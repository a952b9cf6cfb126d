using System.Net;
using DynamoToolkit.Hosting;
using TrackingStore.Artifacts;
using TrackingStore.Endpoints.Artifacts;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Values;

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
            await server.application.Services.GetRequiredService<TrackingTable>()
                .EnsureAsync(hasStream: options.KeepsTagsOnRuns, cancellationToken);
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
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A chart asks for a hundred runs in one query string.
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        AddServices(builder.Services, options, artifacts);
        if (options.KeepsTagsOnRuns) builder.Services.AddDynamoStream<RunItem>().AddMaterializers<RunItem>();
        var application = builder.Build();
        var errors = application.Services.GetRequiredService<ErrorHandler>();
        application.Use(errors.InvokeAsync);
        application.Use(RawArtifactPath.GuardAsync);
        application.UseRouting();
        application.MapTrackingEndpoints();
        application.MapTrackingPages();
        return application;
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, ArtifactRoot artifacts) => services
        .AddSingleton(options.Time)
        .AddTrackingClient(options)
        .AddSingleton(new ArtifactRepository(artifacts.Folder))
        .AddSingleton(new TagCopies(options.KeepsTagsOnRuns))
        .AddSingleton<TrackingTable>()
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
        .AddSingleton<ErrorHandler>()
        .AddTrackingEndpoints()
        .AddTrackingPages();
}
