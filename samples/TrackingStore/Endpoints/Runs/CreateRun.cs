using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Creates a run.</summary>
internal sealed class CreateRun(RunStore runs) : IEndpoint
{
    private static readonly Access Create = Access.Of((gate, request) =>
        gate.RequireExperimentAsync(request.Caller, ExperimentOf(request.Arguments), Permission.EDIT, request.Aborted));

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Post(Create, "mlflow/runs/create", AnswerAsync);

    private async Task<RunReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var experimentId = ExperimentOf(arguments);
        var userId = Limits.Truncate(arguments.Text("user_id") ?? "", Limits.UserId);
        var given = arguments.Text("run_name");
        var tags = arguments.Messages("tags").Select(tag => tag.ToRunTag()).ToList();
        var name = Name(given, tags.LastOrDefault(tag => tag.Name == RunNames.Tag)?.Value);
        var run = new NewRun(
            experimentId,
            userId,
            name,
            arguments.Int64("start_time") ?? 0,
            [.. tags.Where(tag => tag.Name != RunNames.Tag), new NamedValue(RunNames.Tag, name)]);
        return new RunReply((await runs.CreateAsync(run, cancellationToken)).ToMessage());
    }

    private static string ExperimentOf(Arguments arguments) =>
        arguments.Text("experiment_id") is { Length: > 0 } ? arguments.RequiredKey("experiment_id") : ExperimentIds.Default;

    /// <summary>The name of the run: what the client gives, by argument or by tag, or a pleasant one.</summary>
    private static string Name(string? given, string? tagged)
    {
        if (!string.IsNullOrEmpty(given) && !string.IsNullOrEmpty(tagged) && given != tagged)
        {
            throw MlflowException.Invalid(
                "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values " +
                $"(run_name='{given}', mlflow.runName='{tagged}').");
        }

        return !string.IsNullOrEmpty(given) ? Limits.Truncate(given, Limits.RunTagValue)
            : !string.IsNullOrEmpty(tagged) ? tagged
            : RunNames.Invent();
    }
}
