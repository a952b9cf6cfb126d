namespace TrackingStore.Endpoints.Service;

/// <summary>Says that the server is there.</summary>
internal sealed class Health : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.GetRoot(Access.Public, "health", context => context.Response.WriteAsync("OK", context.RequestAborted));
}
