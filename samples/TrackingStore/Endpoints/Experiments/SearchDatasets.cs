using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Lists the data sets that the runs of some experiments read.</summary>
internal sealed class SearchDatasets(InputStore inputs) : IEndpoint
{
    private const int MaxExperiments = 20;

    /// <summary>What callers need.</summary>
    public static Access Needed { get; } = Access.Experiments(RequiredExperimentIds);

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostQuestion(
        Needed,
        "mlflow/experiments/search-datasets",
        (context, arguments) => AnswerAsync(arguments, context.RequestAborted));

    /// <summary>The data sets that a request asks for.</summary>
    public async Task<DatasetSummariesReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var summaries = await inputs.SummariesAsync(RequiredExperimentIds(arguments), cancellationToken);
        return new DatasetSummariesReply(summaries.Select(summary => summary.ToMessage()).ListOrAbsent());
    }

    private static IReadOnlyList<string> RequiredExperimentIds(Arguments arguments)
    {
        var ids = arguments.Texts("experiment_ids");
        if (ids.Count == 0) throw MlflowException.Invalid("SearchDatasets request must specify at least one experiment_id.");
        if (ids.Count > MaxExperiments)
        {
            throw MlflowException.Invalid(
                $"SearchDatasets request cannot specify more than {MaxExperiments} experiment_ids. Received {ids.Count} experiment_ids.");
        }

        return ids;
    }
}
