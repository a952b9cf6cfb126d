using TrackingStore.Protocol.Messages;

namespace TrackingStore.Endpoints.Service;

/// <summary>Says that there is no gateway to language models, as MLflow's server does if it has none.</summary>
internal sealed class GatewayProxy : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetOrPostAjax(
        Access.SignedIn, "mlflow/gateway-proxy", static (_, _) => Task.FromResult(new GatewayEndpointsReply([])));
}
