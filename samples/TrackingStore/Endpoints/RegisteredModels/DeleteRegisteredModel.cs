using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Deletes a registered model with its versions.</summary>
internal sealed class DeleteRegisteredModel(ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeOnceWithoutReply(
        HttpMethods.Delete,
        Access.Model(Permission.MANAGE),
        "mlflow/registered-models/delete",
        ["name"],
        (arguments, cancellationToken) => models.DeleteAsync(arguments.RequiredModel(), cancellationToken),
        async (arguments, cancellationToken) => !await models.ExistsAsync(arguments.RequiredModelName(), cancellationToken));
}
