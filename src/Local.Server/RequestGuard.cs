namespace DynamoToolkit.Local.Server;

/// <summary>
/// Refuses requests that a web page of another origin makes a browser send. Nobody signs in here, so a browser on this machine would
/// otherwise let any page read and delete all data: directly, or through a name that its owner points at 127.0.0.1.
/// </summary>
internal sealed class RequestGuard
{
    private const string Any = "*";
    private const string PreflightSeconds = "7200";

    private readonly HashSet<string> hosts;
    private readonly HashSet<string> origins;

    public RequestGuard(LocalServerOptions options)
    {
        hosts = new HashSet<string>(["127.0.0.1", "localhost", "[::1]", .. options.AllowedHosts], StringComparer.OrdinalIgnoreCase);
        origins = new HashSet<string>(options.CorsOrigins, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the request may go on. If not, the response is complete.</summary>
    public async ValueTask<bool> AdmitAsync(HttpContext context)
    {
        var request = context.Request;
        if (!hosts.Contains(request.Host.Host) && !hosts.Contains(Any))
        {
            await RefuseAsync(context, $"The host '{request.Host.Host}' is not allowed. Start the server with --allowed-hosts to allow it.")
                .ConfigureAwait(false);
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || IsOwn(request, origin))
            return true;

        if (!origins.Contains(origin) && !origins.Contains(Any))
        {
            await RefuseAsync(context, $"The origin '{origin}' is not allowed. Start the server with --cors-origins to allow it.")
                .ConfigureAwait(false);
            return false;
        }

        context.Response.Headers.AccessControlAllowOrigin = origin;
        context.Response.Headers.Vary = "Origin";
        return true;
    }

    /// <summary>Answers the preflight request of a browser, which has been admitted.</summary>
    public static void AnswerPreflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders;
        headers.AccessControlAllowMethods = context.Request.Headers.AccessControlRequestMethod;
        headers.AccessControlMaxAge = PreflightSeconds;
        context.Response.ContentLength = 0;
    }

    private static bool IsOwn(HttpRequest request, string origin) =>
        origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static async Task RefuseAsync(HttpContext context, string message)
    {
        context.Response.StatusCode = 403;
        context.Response.ContentType = "application/x-amz-json-1.0";
        var body = new ProtocolError("AccessDeniedException", message).ToJson();
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
