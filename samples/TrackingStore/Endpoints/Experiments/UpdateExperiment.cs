using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Gives an experiment another name.</summary>
internal sealed class UpdateExperiment(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Experiment(Permission.EDIT),
        "mlflow/experiments/update",
        (arguments, cancellationToken) => experiments.RenameAsync(
            arguments.RequiredExperimentId(), arguments.RequiredExperimentName("new_name"), cancellationToken));
}
