using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>Gives, shows, changes and takes back permissions for registered models. The models are kept elsewhere.</summary>
internal sealed class ModelPermissions(GrantStore grants) : IEndpoint
{
    private const string Name = "name";
    private static readonly PermissionRoutes OfModels = new(ResourceKind.Model, "mlflow/registered-models/permissions/", Name);

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => OfModels.Map(
        routes,
        Access.Of((gate, request) =>
            gate.RequireModelAsync(request.Caller, request.Arguments.RequiredKey(Name), Permission.MANAGE, request.Aborted)),
        grants,
        static (_, _) => Task.CompletedTask,
        static (grant, user) => new RegisteredModelPermissionReply(grant.ToModelPermission(user)));
}
