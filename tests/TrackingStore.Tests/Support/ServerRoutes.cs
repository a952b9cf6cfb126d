using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using TrackingStore.Server;

namespace TrackingStore.Tests.Support;

/// <summary>The routes of a server, for tests that must not forget any.</summary>
internal static partial class ServerRoutes
{
    /// <summary>Each method and path, with something in place of parameters.</summary>
    /// <param name="server">The server.</param>
    /// <param name="artifact">The path of an artifact.</param>
    /// <param name="values">Values of other parameters; those that are not there are <c>0</c>.</param>
    public static IReadOnlyList<(string Method, string Path)> MethodsAndPaths(
        this TrackingServer server, string artifact, params (string Name, string Value)[] values) =>
        [.. server.Routes.OfType<RouteEndpoint>().SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(
            method => (method, PathOf(route.RoutePattern.RawText!, artifact, values.ToDictionary(one => one.Name, one => one.Value)))))];

    /// <summary>Whether a path is one of a form of a page.</summary>
    public static bool IsForm(string method, string path) => method == "POST" && path != "/graphql"
        && !path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/ajax-api/", StringComparison.Ordinal);

    private static string PathOf(string pattern, string artifact, Dictionary<string, string> values) => "/" + Parameter().Replace(
        pattern.TrimStart('/')
            .Replace("{**path}", artifact, StringComparison.Ordinal)
            .Replace("{**tag_key}", "k", StringComparison.Ordinal),
        parameter => parameter.Groups[1].Value switch
        {
            "file" => "style.css",
            var name => values.GetValueOrDefault(name, "0"),
        });

    [GeneratedRegex("[{]([a-z_]+)[}]")]
    private static partial Regex Parameter();
}
