using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Shows a run with everything that was logged to it, deleted or not.</summary>
internal sealed class GetRun(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(Access.Run(Permission.READ), "mlflow/runs/get", async (arguments, cancellationToken) =>
    {
        var run = await runs.GetAsync(arguments.RequiredRunId(), cancellationToken);
        return new RunReply(run.ToMessage());
    });
}
