using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>Gives, shows, changes and takes back permissions for registered models.</summary>
internal sealed class ModelPermissions(GrantStore grants, ModelStore models) : IEndpoint
{
    private static readonly PermissionRoutes OfModels = new(ResourceKind.Model, "mlflow/registered-models/permissions/", "name");

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => OfModels.Map(
        routes,
        Access.Model(Permission.MANAGE),
        grants,
        async (name, cancellationToken) => (await models.RequireAsync(name, cancellationToken)).ModelId,
        static (_, _) => Task.CompletedTask,
        static (grant, user, name) => new RegisteredModelPermissionReply(grant.ToModelPermission(user, name)));
}
