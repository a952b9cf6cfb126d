using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Deletes a tag of an experiment.</summary>
internal sealed class DeleteExperimentTag(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Experiment(Permission.EDIT),
        "mlflow/experiments/delete-experiment-tag",
        (arguments, cancellationToken) => experiments.DeleteTagAsync(
            arguments.RequiredExperimentId(), arguments.RequiredKey("key"), cancellationToken));
}
