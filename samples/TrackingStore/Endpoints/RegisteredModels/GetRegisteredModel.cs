using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Shows a registered model.</summary>
internal sealed class GetRegisteredModel(ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(
        Access.Model(Permission.READ),
        "mlflow/registered-models/get",
        async (arguments, cancellationToken) => new RegisteredModelReply(
            (await models.GetAsync(arguments.RequiredModel(), cancellationToken)).ToMessage()));
}
