using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Changes the status, end and name of a run.</summary>
internal sealed class UpdateRun(RunStore runs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Post(Access.Run(Permission.EDIT), "mlflow/runs/update", AnswerAsync);

    private async Task<RunInfoReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var name = arguments.Text("run_name");
        var run = await runs.UpdateAsync(
            arguments.RequiredRunId(),
            arguments.Enum<RunStatus>("status"),
            arguments.Int64("end_time"),
            string.IsNullOrEmpty(name) ? null : Limits.Truncate(name, Limits.RunTagValue),
            cancellationToken);
        return new RunInfoReply(run.ToMessage());
    }
}
