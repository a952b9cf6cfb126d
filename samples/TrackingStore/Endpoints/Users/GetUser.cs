using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Users;

/// <summary>Shows a user with its permissions.</summary>
internal sealed class GetUser(UserStore users, GrantStore grants, ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(Access.Self, "mlflow/users/get", async (arguments, cancellationToken) =>
    {
        var user = await users.RequireAsync(arguments.RequiredUserName(), cancellationToken);
        var given = await grants.OfUserAsync(user.Name, cancellationToken);
        var ids = given.Where(grant => grant.Kind == ResourceKind.Model).Select(grant => grant.Resource);
        return new UserReply(user.ToMessage(given, await models.NamesAsync(ids, cancellationToken)));
    });
}
