using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.Users;

/// <summary>
/// Makes, lists and deletes access tokens. MLflow's server has none, but its clients send them: as <c>MLFLOW_TRACKING_TOKEN</c>, or as a
/// password.
/// </summary>
internal sealed class Tokens(UserStore users) : IEndpoint
{
    private const string Folder = "mlflow/users/tokens/";

    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        routes.PostOfCaller(Access.Self, Folder + "create", async (context, arguments) =>
        {
            var (name, caller) = (arguments.RequiredUserName(), Gate.CallerOf(context)!);
            var token = await users.CreateTokenAsync(
                name, caller.Name == name ? caller.PasswordHash : null, context.RequestAborted);
            return new NewAccessTokenReply(token.TokenId, token.ToString());
        });
        routes.Get(Access.Self, Folder + "list", async (arguments, cancellationToken) =>
        {
            var tokens = await users.TokensAsync(arguments.RequiredUserName(), cancellationToken);
            return new AccessTokensReply(
                tokens.Select(token => new AccessTokenInfo(token.TokenId, token.CreationTime.ToUnixTimeMilliseconds())).ListOrAbsent());
        });
        routes.ChangeWithoutReply(HttpMethods.Delete, Access.Self, Folder + "delete", (arguments, cancellationToken) =>
            users.DeleteTokenAsync(arguments.RequiredUserName(), arguments.RequiredKey("token_id"), cancellationToken));
    }
}
