using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Restores a deleted experiment and its runs.</summary>
internal sealed class RestoreExperiment(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeOnceWithoutReply(
        HttpMethods.Post,
        Access.Experiment(Permission.MANAGE),
        "mlflow/experiments/restore",
        ["experiment_id"],
        (arguments, cancellationToken) => experiments.RestoreAsync(arguments.RequiredExperimentId(), cancellationToken),
        (arguments, cancellationToken) => experiments.IsActiveAsync(arguments.RequiredExperimentId(), cancellationToken));
}
