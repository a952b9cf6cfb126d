using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>Gives, shows, changes and takes back permissions for registered models.</summary>
internal sealed class ModelPermissions(GrantStore grants) : IEndpoint
{
    private const string Folder = "mlflow/registered-models/permissions/";
    private const string Name = "name";

    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        var access = Access.Of((gate, request) =>
            gate.RequireModelAsync(request.Caller, request.Arguments.RequiredKey(Name), Permission.MANAGE, request.Aborted));
        routes.Post(access, Folder + "create", async (arguments, cancellationToken) =>
        {
            var grant = arguments.ToGrant(ResourceKind.Model, Name);
            return new RegisteredModelPermissionReply(grant.ToModelPermission(await grants.CreateAsync(grant, cancellationToken)));
        });
        routes.Get(access, Folder + "get", async (arguments, cancellationToken) =>
        {
            var (user, grant) = await grants.RequireAsync(
                arguments.RequiredKey("username"), ResourceKind.Model, arguments.RequiredKey(Name), cancellationToken);
            return new RegisteredModelPermissionReply(grant.ToModelPermission(user));
        });
        routes.ChangeWithoutReply(HttpMethods.Patch, access, Folder + "update", (arguments, cancellationToken) =>
            grants.UpdateAsync(arguments.ToGrant(ResourceKind.Model, Name), cancellationToken));
        routes.ChangeWithoutReply(HttpMethods.Delete, access, Folder + "delete", (arguments, cancellationToken) =>
            grants.DeleteAsync(arguments.RequiredKey("username"), ResourceKind.Model, arguments.RequiredKey(Name), cancellationToken));
    }
}
