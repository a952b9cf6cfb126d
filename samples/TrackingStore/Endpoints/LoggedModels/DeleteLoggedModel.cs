using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>Deletes a logged model.</summary>
internal sealed class DeleteLoggedModel(LoggedModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeWithoutReply(
        HttpMethods.Delete,
        Access.LoggedModel(Permission.MANAGE),
        "mlflow/logged-models/{model_id}",
        (arguments, cancellationToken) => models.DeleteAsync(arguments.RequiredLoggedModel(), cancellationToken));
}
