using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Logs the models that a run made.</summary>
internal sealed class LogOutputs(InputStore inputs) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostWithoutReply(Access.Run(Permission.EDIT), "mlflow/runs/outputs", AnswerAsync);

    private Task AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runId = Rules.RequireRunId(arguments.RequiredRunId());
        var models = arguments.Messages("models").Select(model => new OutputModel(model.RequiredModelId(), model.Int64("step") ?? 0));
        return inputs.LogOutputsAsync(runId, [.. models], cancellationToken);
    }
}
