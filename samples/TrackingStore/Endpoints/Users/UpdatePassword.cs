using TrackingStore.Store;

namespace TrackingStore.Endpoints.Users;

/// <summary>Gives a user another password.</summary>
internal sealed class UpdatePassword(UserStore users) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.ChangeWithoutReply(
        HttpMethods.Patch,
        Access.Self,
        "mlflow/users/update-password",
        (arguments, cancellationToken) => users.ChangePasswordAsync(
            arguments.RequiredUserName(), arguments.RequiredNewPassword(), cancellationToken));
}
