using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Users;

/// <summary>Adds a user.</summary>
internal sealed class CreateUser(UserStore users) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Post(Access.Admin, "mlflow/users/create", async (arguments, cancellationToken) =>
    {
        var (name, password) = (arguments.RequiredUserName(), arguments.RequiredNewPassword());
        var user = await users.CreateAsync(name, password, isAdmin: false, cancellationToken);
        return new UserReply(user.ToMessage([], new Dictionary<string, string>()));
    });
}
