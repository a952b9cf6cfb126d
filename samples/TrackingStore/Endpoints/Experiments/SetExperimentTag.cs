using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Sets a tag of an experiment.</summary>
internal sealed class SetExperimentTag(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Experiment(Permission.EDIT),
        "mlflow/experiments/set-experiment-tag",
        (arguments, cancellationToken) => experiments.SetTagAsync(
            arguments.RequiredExperimentId(), arguments.ToExperimentTag(), cancellationToken));
}
