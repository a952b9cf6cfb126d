using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Deletes a tag of a run.</summary>
internal sealed class DeleteTag(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(
        Access.Run(Permission.EDIT),
        "mlflow/runs/delete-tag",
        (arguments, cancellationToken) => runs.DeleteTagAsync(arguments.RequiredRunId(), arguments.RequiredKey("key"), cancellationToken));
}
