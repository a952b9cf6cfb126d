using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Metrics;

/// <summary>Shows the history of a metric of one run.</summary>
internal sealed class GetHistory(HistoryStore history) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(Access.Run(Permission.READ), "mlflow/metrics/get-history", AnswerAsync);

    private async Task<MetricsReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = arguments.RequiredRunId();
        var key = arguments.RequiredText("metric_key");
        int? size = arguments.Has("max_results") ? Rules.PageSize(arguments, 0, 1, int.MaxValue) : null;
        var (points, next) = await history.GetAsync(runId, key, size, arguments.Text("page_token"), cancellationToken);
        return new MetricsReply(points.Select(point => point.ToMessage(key)).ListOrAbsent(), next);
    }
}
