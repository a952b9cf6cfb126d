using TrackingStore.Store;

namespace TrackingStore.Endpoints.Users;

/// <summary>Deletes a user.</summary>
internal sealed class DeleteUser(UserStore users) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeOnceWithoutReply(
        HttpMethods.Delete,
        Access.Admin,
        "mlflow/users/delete",
        ["username"],
        (arguments, cancellationToken) => users.DeleteAsync(arguments.RequiredUserName(), cancellationToken),
        async (arguments, cancellationToken) => await users.FindAsync(arguments.RequiredUserName(), cancellationToken) is null);
}
