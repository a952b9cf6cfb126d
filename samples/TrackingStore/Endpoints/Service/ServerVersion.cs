namespace TrackingStore.Endpoints.Service;

/// <summary>Says whose API the server answers.</summary>
internal sealed class ServerVersion : IEndpoint
{
    /// <summary>
    /// The MLflow version whose API this server answers: with logged models, and the last one before clients send spans. Newer clients ask
    /// for it before they use what came later.
    /// </summary>
    public const string Number = "3.3.2";

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.GetRoot(Access.SignedIn, "version", context => context.Response.WriteAsync(Number, context.RequestAborted));
}
