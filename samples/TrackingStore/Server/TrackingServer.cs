using DynamoToolkit.Hosting;
using DynamoToolkit.Transport.Telemetry;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using TrackingStore.Artifacts;
using TrackingStore.Availability;
using TrackingStore.Endpoints;
using TrackingStore.Endpoints.Artifacts;
using TrackingStore.Model;
using TrackingStore.Operations;
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

    /// <summary>All routes of the server.</summary>
    public IReadOnlyList<Endpoint> Routes => application.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>Starts the server; it answers when this returns.</summary>
    public static async Task<TrackingServer> StartAsync(ServerOptions options, CancellationToken cancellationToken = default)
    {
        var tls = TlsCertificate.Load(options);
        var artifacts = ArtifactRoot.For(options);
        var server = new TrackingServer(Build(options, artifacts, tls), artifacts);
        try
        {
            await server.PrepareAsync(options, cancellationToken);
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

    private async Task PrepareAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        if (options.IsReadOnly)
        {
            await application.Services.GetRequiredService<StoreCheck>().CheckAsync(cancellationToken);
            await application.Services.GetRequiredService<NameIndex>().LoadAsync(cancellationToken);
            return;
        }

        await application.Services.GetRequiredService<TrackingTable>().EnsureAsync(hasStream: options.KeepsSummaries, cancellationToken);
        await application.Services.GetRequiredService<ExperimentStore>().EnsureDefaultAsync(cancellationToken);
        await application.Services.GetRequiredService<NameIndex>().LoadAsync(cancellationToken);
        await FirstUser.EnsureAsync(application.Services.GetRequiredService<UserStore>(), options, cancellationToken);
    }

    private static WebApplication Build(ServerOptions options, ArtifactRoot artifacts, HttpsConnectionAdapterOptions? tls)
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
            kestrel.Listen(options.Host, options.Port, listen =>
            {
                if (tls is not null) listen.UseHttps(tls);
            });
        });
        AddServices(builder.Services, options, artifacts);
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        if (!options.IsReadOnly) builder.Services.AddHostedService<PurgeService>();
        if (options is { IsReadOnly: false, CleanUpAfterDays: not null }) builder.Services.AddHostedService<CleanUpService>();
        if (options.SignIn) builder.Services.AddUserEndpoints();
        if (options.ExposesMetrics)
        {
            builder.Services.AddSingleton<IEndpoint>(provider => new MetricsPage(
                provider.GetRequiredService<ServerMeter>(),
                provider.GetRequiredService<GuardedTransport>(),
                provider.GetRequiredService<IArtifactStore>(),
                options.DataFolder,
                provider));
        }

        if (options is { KeepsSummaries: true, IsReadOnly: false })
        {
            builder.Services.AddSingleton<RunSummaries>().AddDynamoStream<RunItem>()
                .AddHandler<LatestMetricItem, SummaryHandler<LatestMetricItem>>()
                .AddHandler<RunParamItem, SummaryHandler<RunParamItem>>()
                .AddHandler<RunTagItem, SummaryHandler<RunTagItem>>();
        }

        if (!options.IsReadOnly) builder.Services.AddHostedService<MergeService>();
        var application = builder.Build();
        var errors = application.Services.GetRequiredService<ErrorHandler>();
        application.Use(errors.InvokeAsync);
        application.Use(LeadingSlashes.MergeAsync);
        application.Use(new BrowserGuard(options).InvokeAsync);
        application.Use(RawArtifactPath.GuardAsync);
        application.UseRouting();
        application.Use(application.Services.GetRequiredService<SignIn>().InvokeAsync);
        application.MapTrackingEndpoints(options.IsReadOnly);
        application.MapTrackingPages(options.IsReadOnly);
        return application;
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, ArtifactRoot artifacts) => services
        .AddSingleton(options.Time)
        .AddTrackingClient(options)
        .AddSingleton(provider => artifacts.Open(options, provider.GetRequiredService<ILogger<Outage>>()))
        .AddSingleton(ArtifactRoot.DefaultFor(options))
        .AddSingleton(new KeptSummaries(options.KeepsSummaries))
        .AddSingleton<TrackingTable>()
        .AddSingleton(provider => new NameIndex(provider.GetRequiredService<TrackingTable>(), options.UsesNameIndexes))
        .AddSingleton<StoreCheck>()
        .AddCleanUp()
        .AddSingleton<DatasetTexts>()
        .AddSingleton<ExperimentStore>()
        .AddSingleton<ExperimentSearch>()
        .AddSingleton<RunStore>()
        .AddSingleton<RunColumns>()
        .AddSingleton<RunSearch>()
        .AddSingleton<LogStore>()
        .AddSingleton<HistoryQueue>()
        .AddSingleton<SeriesSizes>()
        .AddSingleton<MetricSeries>()
        .AddSingleton<SeriesWriter>()
        .AddSingleton<HistoryMerge>()
        .AddSingleton<HistoryStore>()
        .AddSingleton<SeriesSummary>()
        .AddSingleton<ChartStore>()
        .AddSingleton<InputStore>()
        .AddSingleton<ModelLog>()
        .AddSingleton<LoggedModelStore>()
        .AddSingleton<LoggedModelMetrics>()
        .AddSingleton<LoggedModelSearch>()
        .AddSingleton<Registrations>()
        .AddSingleton<ModelStore>()
        .AddSingleton<ModelVersionStore>()
        .AddSingleton<ModelSearch>()
        .AddSingleton(provider => new UserStore(provider.GetRequiredService<TrackingTable>(), options.PasswordIterations))
        .AddSingleton<GrantStore>()
        .AddSingleton(options)
        .AddSingleton(new Drain(options.DrainTime, options.Time))
        .Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTime + ServerOptions.ShutdownTimeout)
        .AddSingleton<ServerMeter>()
        .AddSingleton<SignIn>()
        .AddSingleton(provider => new Gate(
            provider.GetRequiredService<GrantStore>(),
            provider.GetRequiredService<RunStore>(),
            provider.GetRequiredService<ModelStore>(),
            provider.GetRequiredService<LoggedModelStore>(),
            options.DefaultPermission))
        .AddSingleton<OpenOutcomes>()
        .AddSingleton<RepeatedChange>()
        .AddSingleton<ErrorExplainer>()
        .AddSingleton<ErrorHandler>()
        .AddTrackingEndpoints()
        .AddTrackingPages();
}
