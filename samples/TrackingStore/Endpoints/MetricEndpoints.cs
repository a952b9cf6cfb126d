using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Endpoints;

/// <summary><c>/metrics</c>: the history of metrics, of one run and of many.</summary>
internal sealed class MetricEndpoints(HistoryStore history)
{
    private const int MostRuns = 100;
    private const int LargestBulk = 25_000;
    private const int LargestInterval = 2500;

    /// <summary>Adds the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes) => new MlflowApi(routes, "/2.0/mlflow/metrics")
        .Get("get-history", GetAsync)
        .GetAjax("get-history-bulk", GetBulkAsync)
        .Get("get-history-bulk-interval", GetIntervalAsync);

    private async Task<MetricsReply> GetAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = arguments.RequiredRunId();
        var key = arguments.RequiredText("metric_key");
        int? size = arguments.Has("max_results") ? Limits.PageSize(arguments, 0, 1, int.MaxValue) : null;
        var (points, next) = await history.GetAsync(runId, key, size, arguments.Text("page_token"), cancellationToken);
        return new MetricsReply(points.OrAbsent(), next);
    }

    private async Task<MetricsReply> GetBulkAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runIds = RunsOf(arguments, "run_id", "GetMetricHistoryBulk");
        var key = KeyOf(arguments, "GetMetricHistoryBulk");
        var size = Math.Min(Limits.PageSize(arguments, LargestBulk, 1, int.MaxValue), LargestBulk);
        var points = new List<Metric>();
        foreach (var runId in runIds.Order(StringComparer.Ordinal))
        {
            if (points.Count >= size) break;
            points.AddRange(await history.OfRunAsync(runId, key, size - points.Count, cancellationToken));
        }

        return new MetricsReply(points.OrAbsent(), null);
    }

    private async Task<MetricsReply> GetIntervalAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runIds = RunsOf(arguments, "run_ids", "GetMetricHistoryBulkInterval");
        var key = KeyOf(arguments, "GetMetricHistoryBulkInterval");
        var size = Limits.PageSize(arguments, LargestInterval, 1, LargestInterval);
        var (start, end) = (arguments.Int64("start_step"), arguments.Int64("end_step"));
        if (start is null != end is null) throw MlflowException.Invalid("If either start step or end step are specified, both must be specified.");
        if (start > end) throw MlflowException.Invalid($"end_step must be greater than start_step. Found start_step={start} and end_step={end}.");
        var runs = new List<IReadOnlyList<Metric>>();
        foreach (var runId in runIds) runs.Add(await history.OfRunAsync(runId, key, int.MaxValue, cancellationToken));
        return new MetricsReply(StepSampler.Sample(runs, start ?? 0, end ?? long.MaxValue, size).OrAbsent(), null);
    }

    private static List<string> RunsOf(Arguments arguments, string parameter, string request)
    {
        var runIds = arguments.Texts(parameter).Distinct().ToList();
        if (runIds.Count == 0) throw MlflowException.Invalid($"{request} request must specify at least one run_id.");
        if (runIds.Count > MostRuns)
        {
            throw MlflowException.Invalid($"{request} request cannot specify more than {MostRuns} run_ids. Received {runIds.Count} run_ids.");
        }

        return runIds;
    }

    private static string KeyOf(Arguments arguments, string request) =>
        arguments.Text("metric_key") is { Length: > 0 } key ? key : throw MlflowException.Invalid($"{request} request must specify a metric_key.");
}
