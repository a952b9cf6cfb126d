using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Sets a tag of a run.</summary>
internal sealed class SetTag(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Run(Permission.EDIT),
        "mlflow/runs/set-tag",
        (arguments, cancellationToken) => runs.SetTagAsync(arguments.RequiredRunId(), arguments.ToRunTag(), cancellationToken));
}
