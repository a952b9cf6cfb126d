using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Deletes a registered model with its versions.</summary>
internal sealed class DeleteRegisteredModel(ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeWithoutReply(
        HttpMethods.Delete,
        Access.Model(Permission.MANAGE),
        "mlflow/registered-models/delete",
        (arguments, cancellationToken) => models.DeleteAsync(arguments.RequiredModel(), cancellationToken));
}
