using TrackingStore.Store;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Sets a tag of a run.</summary>
internal sealed class SetTag(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        "mlflow/runs/set-tag",
        (arguments, cancellationToken) => runs.SetTagAsync(arguments.RequiredRunId(), arguments.ToRunTag(), cancellationToken));
}
