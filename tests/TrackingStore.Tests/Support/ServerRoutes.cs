using Microsoft.AspNetCore.Routing;
using TrackingStore.Server;

namespace TrackingStore.Tests.Support;

/// <summary>The routes of a server, for tests that must not forget any.</summary>
internal static class ServerRoutes
{
    /// <summary>Each method and path, with something in place of parameters.</summary>
    public static IReadOnlyList<(string Method, string Path)> MethodsAndPaths(
        this TrackingServer server, string artifact, Func<string, string> idFor) =>
        [.. server.Routes.OfType<RouteEndpoint>().SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(
            method => (method, PathOf(route.RoutePattern.RawText!, artifact, idFor))))];

    private static string PathOf(string pattern, string artifact, Func<string, string> idFor) => "/" + pattern.TrimStart('/')
        .Replace("{**path}", artifact, StringComparison.Ordinal)
        .Replace("{**tag_key}", "k", StringComparison.Ordinal)
        .Replace("{model_id}", idFor(pattern), StringComparison.Ordinal)
        .Replace("{id}", idFor(pattern), StringComparison.Ordinal);
}
