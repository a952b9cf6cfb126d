using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Changes the status, end and name of a run.</summary>
internal sealed class UpdateRun(RunStore runs, HistoryQueue history) : IEndpoint
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
        // A run that ended gets no points any more that would bring it there.
        if (run.Status is not (RunStatus.RUNNING or RunStatus.SCHEDULED)) history.Add(run.RunId);
        return new RunInfoReply(run.ToMessage());
    }
}
