using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Logs metrics, parameters and tags together.</summary>
internal sealed class LogBatch(LogStore log) : IEndpoint
{
    private const int MaxMetrics = 1000;
    private const int MaxParams = 100;
    private const int MaxTags = 100;
    private const int MaxTogether = 1000;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(Access.Run(Permission.EDIT), "mlflow/runs/log-batch", AnswerAsync);

    private Task AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = Rules.RequireRunId(arguments.RequiredRunId());
        var metrics = arguments.MessagesOfAnyNumber("metrics").Select(metric => metric.ToMetricPoint()).ToList();
        var parameters = arguments.MessagesOfAnyNumber("params").Select(parameter => parameter.ToParam()).ToList();
        var tags = arguments.MessagesOfAnyNumber("tags").Select(tag => tag.ToRunTag()).ToList();
        RequireLimit("metrics", metrics.Count, MaxMetrics);
        RequireLimit("params", parameters.Count, MaxParams);
        RequireLimit("tags", tags.Count, MaxTags);
        RequireLimit("metrics, params, and tags", metrics.Count + parameters.Count + tags.Count, MaxTogether);
        RequireDistinct(parameters);
        return log.LogBatchAsync(runId, metrics, parameters, tags, cancellationToken);
    }

    private static void RequireLimit(string what, int count, int max)
    {
        if (count <= max) return;
        throw MlflowException.Invalid(
            $"A batch logging request can contain at most {max} {what}. Got {count} {what}. " +
            $"Please split up {what} across multiple requests and try again.");
    }

    private static void RequireDistinct(List<NamedValue> parameters)
    {
        var repeated = parameters.GroupBy(p => p.Name).Where(same => same.Count() > 1).Select(same => $"'{same.Key}'").ToList();
        if (repeated.Count == 0) return;
        throw MlflowException.Invalid(
            $"Duplicate parameter keys have been submitted: [{string.Join(", ", repeated)}]. " +
            "Please ensure the request contains only one param value per param key.");
    }
}
