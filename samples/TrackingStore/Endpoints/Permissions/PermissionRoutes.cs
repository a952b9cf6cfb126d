using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>The endpoints that give, show, change and take back permissions for one kind of resource.</summary>
internal static class PermissionRoutes
{
    private const string UserName = "username";

    /// <summary>Adds the endpoints.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="kind">The kind of resource.</param>
    /// <param name="resourceParameter">The parameter that names it.</param>
    /// <param name="folder">The path before the names of the endpoints.</param>
    /// <param name="access">What callers need.</param>
    /// <param name="grants">The permissions.</param>
    /// <param name="targetOf">Finds what a request names.</param>
    /// <param name="requireAsync">Refuses a resource that is missing when a permission is given.</param>
    /// <param name="reply">Shows a permission of a user for a resource, as the request names it.</param>
    public static void Map<T>(
        ApiRoutes routes,
        ResourceKind kind,
        string resourceParameter,
        string folder,
        Access access,
        GrantStore grants,
        Func<Arguments, CancellationToken, Task<GrantTarget>> targetOf,
        Func<string, CancellationToken, Task> requireAsync,
        Func<GrantItem, UserItem, string, T> reply)
    {
        routes.Post(access, folder + "create", async (arguments, cancellationToken) =>
        {
            var (userName, permission) = (UserOf(arguments), arguments.RequiredPermission());
            var target = await targetOf(arguments, cancellationToken);
            await requireAsync(target.Id, cancellationToken);
            var (user, grant) = await grants.CreateAsync(userName, target, permission, cancellationToken);
            return reply(grant, user, target.Name);
        });
        routes.Get(access, folder + "get", async (arguments, cancellationToken) =>
        {
            var target = await FindTargetAsync(arguments, cancellationToken);
            var (user, grant) = await grants.RequireAsync(UserOf(arguments), target, cancellationToken);
            return reply(grant, user, target.Name);
        });
        routes.ChangeWithoutReply(HttpMethods.Patch, access, folder + "update", async (arguments, cancellationToken) =>
        {
            var (userName, permission) = (UserOf(arguments), arguments.RequiredPermission());
            var target = await FindTargetAsync(arguments, cancellationToken);
            await grants.UpdateAsync(userName, target, permission, cancellationToken);
        });
        routes.ChangeOnceWithoutReply(
            HttpMethods.Delete,
            access,
            folder + "delete",
            [UserName, resourceParameter],
            async (arguments, cancellationToken) =>
            {
                var target = await FindTargetAsync(arguments, cancellationToken);
                arguments.ChangedId = target.Id;
                await grants.DeleteAsync(UserOf(arguments), target, cancellationToken);
            },
            async (arguments, cancellationToken) => arguments.ChangedId is { } id
                && await grants.FindAsync(UserOf(arguments), kind, id, cancellationToken) is null);

        // As in MLflow, what is missing is the permission, also where its model is.
        async Task<GrantTarget> FindTargetAsync(Arguments arguments, CancellationToken cancellationToken)
        {
            try
            {
                return await targetOf(arguments, cancellationToken);
            }
            catch (TrackingException e) when (e.Error is ModelMissing { Name: var name })
            {
                throw new TrackingException(new GrantMissing(UserOf(arguments), new GrantTarget(kind, "", name)));
            }
        }
    }

    private static string UserOf(Arguments arguments) => arguments.RequiredKey(UserName);
}
