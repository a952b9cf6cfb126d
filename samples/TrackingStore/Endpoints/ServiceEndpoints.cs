namespace TrackingStore.Endpoints;

/// <summary><c>/health</c> and <c>/version</c>.</summary>
internal static class ServiceEndpoints
{
    /// <summary>The MLflow version whose API this server answers; newer clients ask it for features that came later.</summary>
    public const string Version = "2.22.0";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", context => context.Response.WriteAsync("OK", context.RequestAborted));
        routes.MapGet("/version", context => context.Response.WriteAsync(Version, context.RequestAborted));
    }
}
