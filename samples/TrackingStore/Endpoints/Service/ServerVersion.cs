namespace TrackingStore.Endpoints.Service;

/// <summary>Says whose API the server answers.</summary>
internal sealed class ServerVersion : IEndpoint
{
    /// <summary>The MLflow version whose API this server answers; newer clients ask it for features that came later.</summary>
    public const string Number = "2.22.0";

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.GetRoot(Access.SignedIn, "version", context => context.Response.WriteAsync(Number, context.RequestAborted));
}
