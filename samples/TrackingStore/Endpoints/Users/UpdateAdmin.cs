using TrackingStore.Store;

namespace TrackingStore.Endpoints.Users;

/// <summary>Makes a user an administrator, or no longer one.</summary>
internal sealed class UpdateAdmin(UserStore users) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeWithoutReply(
        HttpMethods.Patch,
        Access.Admin,
        "mlflow/users/update-admin",
        (arguments, cancellationToken) => users.ChangeAdminAsync(
            arguments.RequiredUserName(), arguments.RequiredBoolean("is_admin"), cancellationToken));
}
