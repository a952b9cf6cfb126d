using TrackingStore.Model;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>The endpoints that give, show, change and take back permissions for one kind of resource.</summary>
/// <param name="Kind">What the permissions are for.</param>
/// <param name="Folder">The path before the names of the endpoints.</param>
/// <param name="Parameter">The parameter that names the resource.</param>
internal sealed record PermissionRoutes(ResourceKind Kind, string Folder, string Parameter)
{
    /// <summary>Adds the endpoints.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="access">What callers need.</param>
    /// <param name="grants">The permissions.</param>
    /// <param name="requireAsync">Refuses a resource that is missing when a permission is given.</param>
    /// <param name="reply">Shows a permission of a user.</param>
    public void Map<T>(
        ApiRoutes routes,
        Access access,
        GrantStore grants,
        Func<string, CancellationToken, Task> requireAsync,
        Func<GrantItem, UserItem, T> reply)
    {
        routes.Post(access, Folder + "create", async (arguments, cancellationToken) =>
        {
            var grant = arguments.ToGrant(Kind, Parameter);
            await requireAsync(grant.Resource, cancellationToken);
            return reply(grant, await grants.CreateAsync(grant, cancellationToken));
        });
        routes.Get(access, Folder + "get", async (arguments, cancellationToken) =>
        {
            var (user, grant) = await grants.RequireAsync(UserOf(arguments), Kind, ResourceOf(arguments), cancellationToken);
            return reply(grant, user);
        });
        routes.ChangeWithoutReply(HttpMethods.Patch, access, Folder + "update", (arguments, cancellationToken) =>
            grants.UpdateAsync(arguments.ToGrant(Kind, Parameter), cancellationToken));
        routes.ChangeWithoutReply(HttpMethods.Delete, access, Folder + "delete", (arguments, cancellationToken) =>
            grants.DeleteAsync(UserOf(arguments), Kind, ResourceOf(arguments), cancellationToken));
    }

    private static string UserOf(Arguments arguments) => arguments.RequiredKey("username");

    private string ResourceOf(Arguments arguments) => arguments.RequiredKey(Parameter);
}
