using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>Shows a logged model.</summary>
internal sealed class GetLoggedModel(LoggedModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(
        Access.LoggedModel(Permission.READ),
        "mlflow/logged-models/{model_id}",
        async (arguments, cancellationToken) =>
            new LoggedModelReply((await models.GetAsync(arguments.RequiredLoggedModel(), cancellationToken)).ToMessage()));
}
