using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Restores a deleted experiment and its runs.</summary>
internal sealed class RestoreExperiment(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Experiment(Permission.MANAGE),
        "mlflow/experiments/restore",
        (arguments, cancellationToken) => experiments.RestoreAsync(arguments.RequiredExperimentId(), cancellationToken));
}
