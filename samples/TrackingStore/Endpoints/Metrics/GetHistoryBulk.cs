using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Metrics;

/// <summary>Shows the history of a metric of several runs, for the web page.</summary>
internal sealed class GetHistoryBulk(HistoryStore history) : IEndpoint
{
    private const string Request = "GetMetricHistoryBulk";
    private const int MaxPoints = 25_000;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetAjax(Access.Runs(RequiredRunIds), "mlflow/metrics/get-history-bulk", AnswerAsync);

    private async Task<MetricsReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runIds = RequiredRunIds(arguments);
        var key = arguments.Text("metric_key") is { Length: > 0 } given
            ? given
            : throw MlflowException.Invalid($"{Request} request must specify a metric_key.");
        // MLflow's database takes less than zero for no limit.
        var size = arguments.Int64("max_results") is >= 0 and <= MaxPoints and { } max ? (int)max : MaxPoints;
        var metrics = new List<Metric>();
        foreach (var runId in runIds.Order(StringComparer.Ordinal))
        {
            if (metrics.Count >= size) break;
            var points = await history.OfRunAsync(runId, key, size - metrics.Count, cancellationToken);
            metrics.AddRange(points.Select(point => point.ToMessage(key, runId)));
        }

        // Unlike in other answers, the list is there when it is empty: MLflow's page reads it without looking.
        return new MetricsReply(metrics, null);
    }

    private static List<string> RequiredRunIds(Arguments arguments)
    {
        var runIds = arguments.Texts("run_id").Distinct().ToList();
        if (runIds.Count == 0) throw MlflowException.Invalid($"{Request} request must specify at least one run_id.");
        if (runIds.Count > BulkArguments.MaxRuns)
        {
            throw MlflowException.Invalid(
                $"{Request} request cannot specify more than {BulkArguments.MaxRuns} run_ids. Received {runIds.Count} run_ids.");
        }

        return runIds;
    }
}
