using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>Gives, shows, changes and takes back permissions for registered models.</summary>
internal sealed class ModelPermissions(GrantStore grants, ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => PermissionRoutes.Map(
        routes,
        ResourceKind.Model,
        "name",
        "mlflow/registered-models/permissions/",
        Access.Model(Permission.MANAGE),
        grants,
        async (arguments, cancellationToken) =>
        {
            var model = await models.RequireAsync(arguments.RequiredModel(), cancellationToken);
            return new GrantTarget(ResourceKind.Model, model.ModelId, model.Name);
        },
        static (_, _) => Task.CompletedTask,
        static (grant, user, name) => new RegisteredModelPermissionReply(grant.ToModelPermission(user, name)));
}
