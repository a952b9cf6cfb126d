using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Logs one point of a metric.</summary>
internal sealed class LogMetric(LogStore log) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Run(Permission.EDIT),
        "mlflow/runs/log-metric",
        (arguments, cancellationToken) => log.LogMetricsAsync(arguments.RequiredRunId(), [arguments.ToMetricPoint()], cancellationToken));
}
