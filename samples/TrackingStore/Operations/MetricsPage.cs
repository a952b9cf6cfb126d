using DynamoToolkit.Transport.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using TrackingStore.Artifacts;
using TrackingStore.Availability;
using TrackingStore.Endpoints;
using TrackingStore.Server;

namespace TrackingStore.Operations;

/// <summary>What the server measures, for Prometheus: <c>GET /metrics</c>. With sign-in, only administrators see it.</summary>
internal sealed class MetricsPage : IEndpoint, IDisposable
{
    private readonly MeterProvider meters;
    private readonly RequestDelegate answer;

    /// <summary>Begins to listen to the meters.</summary>
    public MetricsPage(
        ServerMeter meter, GuardedTransport store, ArtifactRepository artifacts, ServerOptions options, IServiceProvider services)
    {
        meter.Observe(store, artifacts, options.DataFolder);
        meters = Sdk.CreateMeterProviderBuilder()
            .AddMeter(
                ServerMeter.Name, DynamoTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
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
