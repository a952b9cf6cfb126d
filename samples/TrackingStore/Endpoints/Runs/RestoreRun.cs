using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Restores a deleted run.</summary>
internal sealed class RestoreRun(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Run(Permission.MANAGE),
        "mlflow/runs/restore",
        (arguments, cancellationToken) => runs.RestoreAsync(arguments.RequiredRunId(), cancellationToken));
}
