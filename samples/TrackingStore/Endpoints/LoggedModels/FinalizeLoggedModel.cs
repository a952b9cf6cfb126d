using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>Takes down how the upload of a logged model's files ended.</summary>
internal sealed class FinalizeLoggedModel(LoggedModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.Change(HttpMethods.Patch, Access.LoggedModel(Permission.EDIT), "mlflow/logged-models/{model_id}", AnswerAsync);

    private async Task<LoggedModelReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var id = arguments.RequiredLoggedModel();
        var status = arguments.Enum<LoggedModelStatus>("status") ?? throw arguments.MissingValue("status");
        return new LoggedModelReply((await models.FinalizeAsync(id, status, cancellationToken)).ToMessage());
    }
}
