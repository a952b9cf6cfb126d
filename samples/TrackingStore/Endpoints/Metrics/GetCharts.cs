using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Metrics;

/// <summary>
/// Shows the histories of several metrics of several runs as charts need them, so that a page sends one request for all that it shows.
/// MLflow does not have this endpoint.
/// </summary>
internal sealed class GetCharts(ChartStore charts) : IEndpoint
{
    private const int MaxCharts = 100;
    private const int MaxBucketsTogether = 100_000;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetAjax(Access.Runs(RequiredRunIds), "mlflow/metrics/get-charts", AnswerAsync);

    private async Task<ChartsReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var (runIds, keys, buckets) = (RequiredRunIds(arguments), arguments.Texts("metric_keys"), arguments.Buckets());
        if (keys.Count == 0) throw arguments.MissingValue("metric_keys");
        string[] names = [.. keys.Distinct()];
        var count = runIds.Count * names.Length;
        if (count > MaxCharts)
        {
            throw MlflowException.Invalid(
                $"{runIds.Count} run_ids and {names.Length} metric_keys are {count} charts, but at most {MaxCharts} are allowed. " +
                "Use several requests.");
        }

        if (count * buckets > MaxBucketsTogether)
        {
            throw MlflowException.Invalid(
                $"{count} charts may have {MaxBucketsTogether} buckets together. " +
                $"Set max_buckets to at most {MaxBucketsTogether / count}.");
        }

        var found = await charts.GetAllAsync(runIds, names, arguments.Range(), buckets, cancellationToken);
        return new ChartsReply([.. found.Select(one => one.Chart.ToMessage(one.RunId, one.Name))]);
    }

    private static List<string> RequiredRunIds(Arguments arguments)
    {
        var runIds = arguments.Texts("run_ids").Distinct().ToList();
        if (runIds.Count == 0) throw arguments.MissingValue("run_ids");
        return runIds.Count <= BulkArguments.MaxRuns ? runIds : throw MlflowException.Invalid(
            $"At most {BulkArguments.MaxRuns} run_ids are allowed, and the request has {runIds.Count}.");
    }
}
