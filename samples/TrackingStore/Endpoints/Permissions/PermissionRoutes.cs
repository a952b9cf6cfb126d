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
    /// <param name="idOf">Finds the id of the resource that a request names.</param>
    /// <param name="requireAsync">Refuses a resource that is missing when a permission is given.</param>
    /// <param name="reply">Shows a permission of a user for a resource, as the request names it.</param>
    public void Map<T>(
        ApiRoutes routes,
        Access access,
        GrantStore grants,
        Func<string, CancellationToken, Task<string>> idOf,
        Func<string, CancellationToken, Task> requireAsync,
        Func<GrantItem, UserItem, string, T> reply)
    {
        routes.Post(access, Folder + "create", async (arguments, cancellationToken) =>
        {
            var grant = await GrantOfAsync(arguments, cancellationToken);
            await requireAsync(grant.Resource, cancellationToken);
            return reply(grant, await grants.CreateAsync(grant, cancellationToken), NameOf(arguments));
        });
        routes.Get(access, Folder + "get", async (arguments, cancellationToken) =>
        {
            var id = await idOf(NameOf(arguments), cancellationToken);
            var (user, grant) = await grants.RequireAsync(UserOf(arguments), Kind, id, cancellationToken);
            return reply(grant, user, NameOf(arguments));
        });
        routes.ChangeWithoutReply(HttpMethods.Patch, access, Folder + "update", async (arguments, cancellationToken) =>
            await grants.UpdateAsync(await GrantOfAsync(arguments, cancellationToken), cancellationToken));
        routes.ChangeWithoutReply(HttpMethods.Delete, access, Folder + "delete", async (arguments, cancellationToken) =>
            await grants.DeleteAsync(UserOf(arguments), Kind, await idOf(NameOf(arguments), cancellationToken), cancellationToken));

        async Task<GrantItem> GrantOfAsync(Arguments arguments, CancellationToken cancellationToken)
        {
            var (user, permission) = (UserOf(arguments), arguments.RequiredPermission());
            var id = await idOf(NameOf(arguments), cancellationToken);
            return new GrantItem { UserName = user, Kind = Kind, Resource = id, Permission = permission };
        }
    }

    private static string UserOf(Arguments arguments) => arguments.RequiredKey("username");

    private string NameOf(Arguments arguments) => arguments.RequiredKey(Parameter);
}
