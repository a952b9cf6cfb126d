using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Deletes a tag of a run.</summary>
internal sealed class DeleteTag(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeOnceWithoutReply(
        HttpMethods.Post,
        Access.Run(Permission.EDIT),
        "mlflow/runs/delete-tag",
        ["run_id", "run_uuid", "key"],
        (arguments, cancellationToken) => runs.DeleteTagAsync(arguments.RequiredRunId(), arguments.RequiredKey("key"), cancellationToken),
        async (arguments, cancellationToken) =>
        {
            await runs.RequireActiveAsync(arguments.RequiredRunId(), cancellationToken);
            return (await runs.GetAsync(arguments.RequiredRunId(), cancellationToken)).TagOf(arguments.RequiredKey("key")) is null;
        });
}
