using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Sets and deletes tags of registered models.</summary>
internal sealed class RegisteredModelTags(ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        routes.PostWithoutReply(
            Access.Model(Permission.EDIT),
            "mlflow/registered-models/set-tag",
            (arguments, cancellationToken) =>
                models.SetTagAsync(arguments.RequiredModel(), arguments.ToModelTag(), cancellationToken));
        routes.ChangeWithoutReply(
            HttpMethods.Delete,
            Access.Model(Permission.EDIT),
            "mlflow/registered-models/delete-tag",
            (arguments, cancellationToken) =>
                models.DeleteTagAsync(arguments.RequiredModel(), arguments.RequiredKey("key"), cancellationToken));
    }
}
