using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.ModelVersions;

/// <summary>Deletes a version of a registered model.</summary>
internal sealed class DeleteModelVersion(ModelVersionStore versions) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeOnceWithoutReply(
        HttpMethods.Delete,
        Access.Model(Permission.MANAGE),
        "mlflow/model-versions/delete",
        ["name", "version"],
        (arguments, cancellationToken) =>
            versions.DeleteAsync(arguments.RequiredModel(), arguments.RequiredVersion(), cancellationToken),
        (arguments, cancellationToken) => versions.IsDeletedAsync(
            new ModelKey(arguments.RequiredModelName()), arguments.RequiredVersion(), cancellationToken));
}
