using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Store;

namespace TrackingStore.Endpoints;

/// <summary><c>/runs/log-…</c>: metrics, parameters and batches of them.</summary>
internal sealed class LogEndpoints(LogStore log)
{
    private const int MostMetrics = 1000;
    private const int MostParams = 100;
    private const int MostTags = 100;
    private const int MostTogether = 1000;

    /// <summary>Adds the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes) => new MlflowApi(routes, "/2.0/mlflow/runs")
        .Post("log-metric", LogMetricAsync)
        .Post("log-parameter", LogParamAsync)
        .Post("log-batch", LogBatchAsync);

    private async Task<EmptyReply> LogMetricAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await log.LogMetricsAsync(arguments.RequiredRunId(), [LoggedValues.Metric(arguments)], cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> LogParamAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await log.LogParamAsync(arguments.RequiredRunId(), LoggedValues.Param(arguments), cancellationToken);
        return EmptyReply.Instance;
    }

    private async Task<EmptyReply> LogBatchAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = RunIds.Require(arguments.RequiredRunId());
        var metrics = arguments.Messages("metrics").Select(LoggedValues.Metric).ToList();
        var parameters = arguments.Messages("params").Select(LoggedValues.Param).ToList();
        var tags = arguments.Messages("tags").Select(LoggedValues.Tag).ToList();
        RequireLimit("metrics", metrics.Count, MostMetrics);
        RequireLimit("params", parameters.Count, MostParams);
        RequireLimit("tags", tags.Count, MostTags);
        RequireLimit("metrics, params, and tags", metrics.Count + parameters.Count + tags.Count, MostTogether);
        RequireDistinct(parameters);
        await log.LogBatchAsync(runId, metrics, parameters, tags, cancellationToken);
        return EmptyReply.Instance;
    }

    private static void RequireLimit(string what, int count, int most)
    {
        if (count <= most) return;
        throw MlflowException.Invalid(
            $"A batch logging request can contain at most {most} {what}. Got {count} {what}. Please split up {what} across multiple requests and try again.");
    }

    private static void RequireDistinct(List<NamedValue> parameters)
    {
        var repeated = parameters.GroupBy(p => p.Key).Where(g => g.Count() > 1).Select(g => $"'{g.Key}'").ToList();
        if (repeated.Count == 0) return;
        throw MlflowException.Invalid(
            $"Duplicate parameter keys have been submitted: [{string.Join(", ", repeated)}]. Please ensure the request contains only one param value per param key.");
    }
}
