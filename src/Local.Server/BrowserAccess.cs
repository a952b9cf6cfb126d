using System.IO.Enumeration;

namespace DynamoToolkit.Local.Server;

/// <summary>
/// Under which names clients may address a server on this machine, and which web pages may use it. A browser here would otherwise let any
/// page read and change all data: directly, or through a name that its owner points at 127.0.0.1.
/// </summary>
/// <param name="allowedHosts">Further names, without ports; <c>*</c> stands for any characters.</param>
/// <param name="allowedOrigins">Origins of other pages, such as <c>http://localhost:5173</c>; <c>*</c> stands for any characters.</param>
internal sealed class BrowserAccess(IEnumerable<string> allowedHosts, IEnumerable<string> allowedOrigins)
{
    private const string PreflightSeconds = "7200";
    private static readonly string[] OwnNames = ["127.0.0.1", "localhost", "[::1]"];

    private readonly string[] hosts = [.. allowedHosts];
    private readonly string[] origins = [.. allowedOrigins];

    /// <summary>Whether the request addresses the server by one of its names.</summary>
    public bool AdmitsHost(HttpRequest request)
    {
        var name = request.Host.Host;
        return IsOwnName(name) || Fits(hosts, name);
    }

    /// <summary>Whether a page of the origin may use the server: one of the server's own, or one that is allowed.</summary>
    public bool AdmitsOrigin(HttpRequest request, string origin) => IsOwn(request, origin) || Fits(origins, origin);

    /// <summary>Lets a page of an admitted origin read the answer.</summary>
    public static void AllowReading(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.Vary = "Origin";
    }

    /// <summary>Answers the question of a browser whether a page of an admitted origin may send a request.</summary>
    public static void AnswerPreflight(HttpContext context)
    {
        // Without an origin, no browser asks.
        if (context.Request.Headers.Origin.Count == 0)
            return;

        var headers = context.Response.Headers;
        headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders;
        headers.AccessControlAllowMethods = context.Request.Headers.AccessControlRequestMethod;
        headers.AccessControlMaxAge = PreflightSeconds;
    }

    /// <summary>Whether the page is from the server itself, by the name of the request or by another name of this machine.</summary>
    private static bool IsOwn(HttpRequest request, string origin)
    {
        if (origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            return true;

        return IsOwnName(request.Host.Host) && OwnNames.Any(name => origin.Equals(
            $"{request.Scheme}://{(request.Host.Port is { } port ? new HostString(name, port) : new HostString(name))}",
            StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOwnName(string host) => OwnNames.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool Fits(string[] patterns, string text) =>
        Array.Exists(patterns, pattern => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true));
}
