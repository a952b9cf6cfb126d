using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Deletes an experiment and its runs.</summary>
internal sealed class DeleteExperiment(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeOnceWithoutReply(
        HttpMethods.Post,
        Access.Experiment(Permission.MANAGE),
        "mlflow/experiments/delete",
        ["experiment_id"],
        (arguments, cancellationToken) => experiments.DeleteAsync(arguments.RequiredExperimentId(), cancellationToken),
        (arguments, cancellationToken) => experiments.FinishDeletionAsync(arguments.RequiredExperimentId(), cancellationToken));
}
