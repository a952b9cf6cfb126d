using TrackingStore.Store;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Restores a deleted experiment and its runs.</summary>
internal sealed class RestoreExperiment(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        "mlflow/experiments/restore",
        (arguments, cancellationToken) => experiments.RestoreAsync(arguments.RequiredExperimentId(), cancellationToken));
}
