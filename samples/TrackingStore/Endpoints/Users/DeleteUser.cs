using TrackingStore.Store;

namespace TrackingStore.Endpoints.Users;

/// <summary>Deletes a user.</summary>
internal sealed class DeleteUser(UserStore users) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeWithoutReply(
        HttpMethods.Delete,
        Access.Admin,
        "mlflow/users/delete",
        (arguments, cancellationToken) => users.DeleteAsync(arguments.RequiredUserName(), cancellationToken));
}
