using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Deletes a run.</summary>
internal sealed class DeleteRun(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Run(Permission.MANAGE),
        "mlflow/runs/delete",
        (arguments, cancellationToken) => runs.DeleteAsync(arguments.RequiredRunId(), cancellationToken));
}
