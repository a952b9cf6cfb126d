using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Metrics;

/// <summary>Shows the history of a metric of several runs, thinned out for a chart.</summary>
internal sealed class GetHistoryBulkInterval(ChartStore charts) : IEndpoint
{
    private const int MaxSteps = 2500;

    /// <summary>What callers need.</summary>
    public static Access Needed { get; } = Access.Runs(RequiredRunIds);

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.Get(Needed, "mlflow/metrics/get-history-bulk-interval", AnswerAsync);

    /// <summary>The points of a request.</summary>
    public async Task<MetricsReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runIds = RequiredRunIds(arguments);
        var key = arguments.RequiredText("metric_key");
        var size = arguments.Int64("max_results") ?? MaxSteps;
        if (size is < 1 or > MaxSteps)
            throw MlflowException.Invalid($"max_results must be between 1 and {MaxSteps}.{Arguments.SeeDocs}");

        var (start, end) = (arguments.Int64("start_step"), arguments.Int64("end_step"));
        if (start is null != end is null)
            throw MlflowException.Invalid("If either start step or end step are specified, both must be specified.");

        if (start > end)
            throw MlflowException.Invalid($"end_step must be greater than start_step. Found start_step={start} and end_step={end}.");

        var (first, last) = (start ?? long.MinValue, end ?? long.MaxValue);
        var metrics = await Many.MapAsync<string, IEnumerable<Metric>>(
            runIds,
            async (runId, token) => PointSampler.Sample(await charts.SampleAsync(runId, key, first, last, token), (int)size)
                .Select(point => point.ToMessage(key, runId)),
            cancellationToken);
        return new MetricsReply(metrics.SelectMany(some => some).ListOrAbsent(), null);
    }

    /// <summary>In other words than the older endpoint for several runs.</summary>
    private static List<string> RequiredRunIds(Arguments arguments)
    {
        var runIds = arguments.Texts("run_ids");
        if (runIds.Count == 0) throw arguments.MissingValue("run_ids");
        if (runIds.Count > BulkArguments.MaxRuns)
        {
            throw MlflowException.Invalid(
                $"GetMetricHistoryBulkInterval request must specify at most {BulkArguments.MaxRuns} run_ids. " +
                $"Received {runIds.Count} run_ids.");
        }

        return [.. runIds.Distinct()];
    }
}
