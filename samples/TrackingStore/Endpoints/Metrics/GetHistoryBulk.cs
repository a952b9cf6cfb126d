using TrackingStore.Model;
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
    public void Map(ApiRoutes routes) => routes.GetAjax("mlflow/metrics/get-history-bulk", AnswerAsync);

    private async Task<MetricsReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runIds = arguments.RequiredRunIds("run_id", Request);
        var key = arguments.RequiredMetricKey(Request);
        var size = Math.Min(Rules.PageSize(arguments, MaxPoints, 1, int.MaxValue), MaxPoints);
        var points = new List<MetricPointItem>();
        foreach (var runId in runIds.Order(StringComparer.Ordinal))
        {
            if (points.Count >= size) break;
            points.AddRange(await history.OfRunAsync(runId, key, size - points.Count, cancellationToken));
        }

        return new MetricsReply(points.Select(point => point.ToMessageWithRun()).ListOrAbsent(), null);
    }
}
