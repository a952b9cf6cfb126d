using TrackingStore.Endpoints.Runs;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>Creates a logged model, whose files the client uploads after that.</summary>
internal sealed class CreateLoggedModel(LoggedModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Post(Access.Experiment(Permission.EDIT), "mlflow/logged-models", AnswerAsync);

    private async Task<LoggedModelReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var model = new NewLoggedModel(
            arguments.RequiredKey("experiment_id"),
            arguments.NewLoggedModelName(),
            Text(arguments, "model_type", Limits.LoggedModelType),
            Text(arguments, "source_run_id", Limits.Key) is { } runId ? Rules.RequireRunId(runId) : null,
            arguments.Messages("params").Select(parameter => parameter.ToLoggedModelValue()).ToList().RequireDistinct(),
            [.. arguments.Messages("tags").Select(tag => tag.ToLoggedModelValue())]);
        return new LoggedModelReply((await models.CreateAsync(model, cancellationToken)).ToMessage());
    }

    private static string? Text(Arguments arguments, string name, int maxLength)
    {
        if (arguments.Text(name) is not { Length: > 0 } text) return null;
        Rules.RequireLength(text, name, maxLength);
        return text;
    }
}
