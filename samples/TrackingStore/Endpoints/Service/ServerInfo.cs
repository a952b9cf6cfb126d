using TrackingStore.Protocol.Messages;

namespace TrackingStore.Endpoints.Service;

/// <summary>Says what the server can do. Newer clients ask for it, and take an answer without a feature for a server without it.</summary>
internal sealed class ServerInfo : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetOfVersion3(
        Access.SignedIn,
        "mlflow/server-info",
        static (_, _) => Task.FromResult(new ServerInfoReply(false, false, false)));
}
