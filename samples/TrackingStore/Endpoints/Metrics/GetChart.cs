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
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetAjax(Access.Run(Permission.READ), "mlflow/metrics/get-chart", AnswerAsync);

    private async Task<ChartReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var (runId, key) = (arguments.RequiredRunId(), arguments.RequiredText("metric_key"));
        var found = await charts.GetAllAsync([runId], [key], arguments.Range(), arguments.Buckets(), cancellationToken);
        return found[0].Chart.ToMessage();
    }
}
