using TrackingStore.Store;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Restores a deleted run.</summary>
internal sealed class RestoreRun(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        "mlflow/runs/restore",
        (arguments, cancellationToken) => runs.RestoreAsync(arguments.RequiredRunId(), cancellationToken));
}
