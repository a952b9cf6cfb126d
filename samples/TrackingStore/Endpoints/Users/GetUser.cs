using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Users;

/// <summary>Shows a user with its permissions.</summary>
internal sealed class GetUser(UserStore users, GrantStore grants) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(Access.Self, "mlflow/users/get", async (arguments, cancellationToken) =>
    {
        var user = await users.RequireAsync(arguments.RequiredUserName(), cancellationToken);
        return new UserReply(user.ToMessage(await grants.OfUserAsync(user.Name, cancellationToken)));
    });
}
