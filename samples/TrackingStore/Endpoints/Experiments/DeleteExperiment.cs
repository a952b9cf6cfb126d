using TrackingStore.Store;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>Deletes an experiment and its runs.</summary>
internal sealed class DeleteExperiment(ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        "mlflow/experiments/delete",
        (arguments, cancellationToken) => experiments.DeleteAsync(arguments.RequiredExperimentId(), cancellationToken));
}
