using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Logs metrics, parameters and tags together.</summary>
internal sealed class LogBatch(LogStore log, LoggedModelMetrics modelMetrics) : IEndpoint
{
    private const int MaxMetrics = 1000;
    private const int MaxParams = 100;
    private const int MaxTags = 100;
    private const int MaxTogether = 1000;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.PostWithoutReply(Access.RunAndModels(Permission.EDIT, ModelsOf), "mlflow/runs/log-batch", AnswerAsync);

    private static IEnumerable<string> ModelsOf(Arguments arguments) =>
        arguments.MessagesOfAnyNumber("metrics").Take(MaxMetrics).Select(metric => metric.LoggedModelId()).OfType<string>();

    private async Task AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = Rules.RequireRunId(arguments.RequiredRunId());
        var fields = arguments.MessagesOfAnyNumber("metrics");
        var metrics = fields.Select(metric => metric.ToMetricPoint()).ToList();
        var parameters = arguments.MessagesOfAnyNumber("params").Select(parameter => parameter.ToParam()).ToList();
        var tags = arguments.MessagesOfAnyNumber("tags").Select(tag => tag.ToRunTag()).ToList();
        RequireLimit("metrics", metrics.Count, MaxMetrics);
        RequireLimit("params", parameters.Count, MaxParams);
        RequireLimit("tags", tags.Count, MaxTags);
        RequireLimit("metrics, params, and tags", metrics.Count + parameters.Count + tags.Count, MaxTogether);
        var ofModels = fields.Select(metric => metric.ToModelPoint()).OfType<ModelPoint>().ToList();
        await modelMetrics.RequireAsync(ofModels, cancellationToken);
        await log.LogBatchAsync(runId, metrics, parameters.RequireDistinct(), tags, cancellationToken);
        await modelMetrics.LogAsync(runId, ofModels, cancellationToken);
    }

    private static void RequireLimit(string what, int count, int max)
    {
        if (count <= max) return;
        throw MlflowException.Invalid(
            $"A batch logging request can contain at most {max} {what}. Got {count} {what}. " +
            $"Please split up {what} across multiple requests and try again.");
    }
}
