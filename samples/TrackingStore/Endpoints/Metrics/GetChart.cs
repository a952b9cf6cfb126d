using TrackingStore.History;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Metrics;

/// <summary>
/// Shows the history of a metric of one run as a chart needs it. MLflow does not have this endpoint.
/// </summary>
internal sealed class GetChart(ChartStore charts) : IEndpoint
{
    private const int MaxBuckets = 2500;
    private const int UsualBuckets = 1000;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetAjax(Access.Run(Permission.READ), "mlflow/metrics/get-chart", AnswerAsync);

    private async Task<ChartReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = arguments.RequiredRunId();
        var key = arguments.RequiredText("metric_key");
        var axis = arguments.Text("axis") switch
        {
            null or "" or "step" => ChartAxis.Step,
            "timestamp" => ChartAxis.Timestamp,
            var other => throw MlflowException.Invalid($"Invalid axis '{other}'. It must be 'step' or 'timestamp'."),
        };
        var (start, end) = (arguments.Int64("start") ?? long.MinValue, arguments.Int64("end") ?? long.MaxValue);
        if (start > end) throw MlflowException.Invalid($"end must not be less than start. Found start={start} and end={end}.");
        var size = arguments.Int64("max_buckets") ?? UsualBuckets;
        if (size is < 1 or > MaxBuckets) throw MlflowException.Invalid($"max_buckets must be between 1 and {MaxBuckets}.");

        var chart = await charts.GetAsync(runId, key, new ChartRange(axis, start, end), (int)size, cancellationToken);
        return new ChartReply(
            [.. chart.Buckets.Select(bucket => bucket.MaxStep)],
            [.. chart.Buckets.Select(bucket => bucket.LastTime)],
            [.. chart.Buckets.Select(bucket => bucket.Last)],
            [.. chart.Buckets.Select(bucket => bucket.Min)],
            [.. chart.Buckets.Select(bucket => bucket.Max)],
            chart.IsExact);
    }
}
