using DynamoToolkit.Transport.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using TrackingStore.Artifacts;
using TrackingStore.Availability;
using TrackingStore.Endpoints;

namespace TrackingStore.Operations;

/// <summary>What the server measures, for Prometheus: <c>GET /metrics</c>. With sign-in, only administrators see it.</summary>
internal sealed class MetricsPage : IEndpoint, IDisposable
{
    private readonly MeterProvider meters;
    private readonly RequestDelegate answer;

    /// <summary>Begins to listen to the meters.</summary>
    /// <param name="meter">The server's own.</param>
    /// <param name="store">The store.</param>
    /// <param name="artifacts">The artifacts.</param>
    /// <param name="dataFolder">The folder of the embedded store; null for another one.</param>
    /// <param name="services">The services of the server.</param>
    public MetricsPage(
        ServerMeter meter, GuardedTransport store, IArtifactStore artifacts, string? dataFolder, IServiceProvider services)
    {
        meter.Observe(store, artifacts, dataFolder);
        meters = Sdk.CreateMeterProviderBuilder()
            .AddMeter(
                ServerMeter.Name,
                DynamoTelemetry.Name,
                "Microsoft.AspNetCore.Hosting",
                "Microsoft.AspNetCore.Server.Kestrel",
                "System.Runtime")
            .AddPrometheusExporter(static options => options.ScrapeResponseCacheDurationMilliseconds = 0)
            .Build();
        answer = new ApplicationBuilder(services)
            .UseOpenTelemetryPrometheusScrapingEndpoint(
                meters, static _ => true, path: null, configureBranchedPipeline: null, optionsName: null)
            .Build();
    }

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetRoot(Access.Admin, "metrics", answer);

    /// <inheritdoc/>
    public void Dispose() => meters.Dispose();
}
