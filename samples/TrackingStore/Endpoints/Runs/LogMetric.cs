using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Logs one point of a metric.</summary>
internal sealed class LogMetric(LogStore log, LoggedModelMetrics modelMetrics) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.PostWithoutReply(Access.RunAndModels(Permission.EDIT, ModelsOf), "mlflow/runs/log-metric", AnswerAsync);

    private static IEnumerable<string> ModelsOf(Arguments arguments) => arguments.LoggedModelId() is { } id ? [id] : [];

    private async Task AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = arguments.RequiredRunId();
        var point = arguments.ToMetricPoint();
        ModelPoint[] ofModel = arguments.ToModelPoint() is { } modelPoint ? [modelPoint] : [];
        await modelMetrics.RequireAsync(ofModel, cancellationToken);
        await log.LogMetricsAsync(runId, [point], cancellationToken);
        await modelMetrics.LogAsync(runId, ofModel, cancellationToken);
    }
}
