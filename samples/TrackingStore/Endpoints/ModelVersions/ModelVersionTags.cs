using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.ModelVersions;

/// <summary>Sets and deletes tags of versions of registered models.</summary>
internal sealed class ModelVersionTags(ModelVersionStore versions) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        routes.PostWithoutReply(
            Access.Model(Permission.EDIT),
            "mlflow/model-versions/set-tag",
            (arguments, cancellationToken) => versions.SetTagAsync(
                arguments.RequiredModel(), arguments.RequiredVersion(), arguments.ToModelTag(), cancellationToken));
        routes.ChangeWithoutReply(
            HttpMethods.Delete,
            Access.Model(Permission.MANAGE),
            "mlflow/model-versions/delete-tag",
            (arguments, cancellationToken) => versions.DeleteTagAsync(
                arguments.RequiredModel(), arguments.RequiredVersion(), arguments.RequiredKey("key"), cancellationToken));
    }
}
