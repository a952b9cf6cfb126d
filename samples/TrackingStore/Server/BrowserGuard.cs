using DynamoToolkit.Local.Server;
using TrackingStore.Protocol;

namespace TrackingStore.Server;

/// <summary>
/// Refuses what web pages of others make a browser send, and sends the headers by which a browser protects what it gets from here.
/// </summary>
internal sealed class BrowserGuard(ServerOptions options)
{
    private const string SameOrigin = "same-origin";
    private static readonly PathString[] Probes = ["/health", "/ready"];
    private readonly BrowserAccess access = new(options.AllowedHosts.Select(NameOf), options.CorsAllowedOrigins);

    /// <summary>Runs the rest of the pipeline if the request may go on.</summary>
    /// <exception cref="MlflowException">It may not.</exception>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(AddHeaders, context.Response);
        var request = context.Request;
        // Whoever watches the server asks by its address.
        if (!access.AdmitsHost(request) && !Probes.Contains(request.Path))
        {
            throw Refusal(
                "Invalid Host header - possible DNS rebinding attack detected. " +
                $"The host '{request.Host.Host}' is not allowed. Start the server with --allowed-hosts to allow it.");
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            if (IsFromElsewhere(request))
                throw Refusal("Cross-origin request blocked. The browser says that a page of another site sends it.");

            return next(context);
        }

        if (!access.AdmitsOrigin(request, origin))
        {
            throw Refusal(
                $"Cross-origin request blocked. The origin '{origin}' is not allowed. " +
                "Start the server with --cors-allowed-origins to allow it.");
        }

        // As late as this, because the answer to an error begins with headers of its own.
        context.Response.OnStarting(() =>
        {
            BrowserAccess.AllowReading(context.Response, origin);
            return Task.CompletedTask;
        });
        if (!HttpMethods.IsOptions(request.Method)) return next(context);
        BrowserAccess.AnswerPreflight(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Links lead here from anywhere. Whatever changes something comes from a program or from this server's own pages.</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site and not (SameOrigin or "none");

    private static Task AddHeaders(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.XContentTypeOptions = "nosniff";
        // A page's own frames say otherwise.
        if (headers.XFrameOptions.Count == 0) headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return Task.CompletedTask;
    }

    /// <summary>The name in an option, which MLflow's users write with a port.</summary>
    private static string NameOf(string host) => new HostString(host).Host;

    private static MlflowException Refusal(string message) => new(ErrorCode.PERMISSION_DENIED, message);
}
