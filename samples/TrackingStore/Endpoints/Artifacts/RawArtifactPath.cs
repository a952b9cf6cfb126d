using Microsoft.AspNetCore.Http.Features;
using TrackingStore.Artifacts;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>
/// The artifact path in a request's URL. It is read from the raw request line, because in what the server makes of that for routing the dot
/// segments are already resolved, which would hide an attack.
/// </summary>
internal static class RawArtifactPath
{
    private const string Marker = "/mlflow-artifacts/";
    private const string Files = "artifacts/";

    /// <summary>Refuses a URL of the artifact endpoints whose path could lead out of the root, before routing sees it.</summary>
    public static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (Remainder(context) is { } rest) ArtifactPath.Parse(Uri.UnescapeDataString(rest));
        return next(context);
    }

    /// <summary>The artifact path of a request to <c>…/mlflow-artifacts/artifacts/PATH</c>.</summary>
    public static ArtifactPath Of(HttpContext context) => Of(context, Files);

    /// <summary>The artifact path of a request to <c>…/mlflow-artifacts/PREFIX/PATH</c>.</summary>
    public static ArtifactPath Of(HttpContext context, string prefix)
    {
        // A disguised prefix gets here by routing, but is not what any client sends.
        var rest = Remainder(context);
        if (rest is null || !rest.StartsWith(prefix, StringComparison.Ordinal)) throw ArtifactPath.Unsafe();
        return ArtifactPath.Parse(Uri.UnescapeDataString(rest[prefix.Length..]));
    }

    private static string? Remainder(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?')[0];
        var at = path.IndexOf(Marker, StringComparison.Ordinal);
        return at < 0 ? null : path[(at + Marker.Length)..];
    }
}
