namespace DynamoToolkit.Local.Server;

/// <summary>Refuses requests that a web page of another origin makes a browser send. Nobody signs in here.</summary>
internal sealed class RequestGuard(LocalServerOptions options)
{
    private readonly BrowserAccess access = new(options.AllowedHosts, options.CorsOrigins);

    /// <summary>Whether the request may go on. If not, the response is complete.</summary>
    public async ValueTask<bool> AdmitAsync(HttpContext context)
    {
        var request = context.Request;
        if (!access.AdmitsHost(request))
        {
            await RefuseAsync(context, $"The host '{request.Host.Host}' is not allowed. Start the server with --allowed-hosts to allow it.")
                .ConfigureAwait(false);
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return true;

        if (!access.AdmitsOrigin(request, origin))
        {
            await RefuseAsync(context, $"The origin '{origin}' is not allowed. Start the server with --cors-origins to allow it.")
                .ConfigureAwait(false);
            return false;
        }

        BrowserAccess.AllowReading(context.Response, origin);
        return true;
    }

    /// <summary>Answers the preflight request of a browser, which has been admitted.</summary>
    public static void AnswerPreflight(HttpContext context)
    {
        BrowserAccess.AnswerPreflight(context);
        context.Response.ContentLength = 0;
    }

    private static async Task RefuseAsync(HttpContext context, string message)
    {
        context.Response.StatusCode = 403;
        context.Response.ContentType = "application/x-amz-json-1.0";
        var body = new ProtocolError("AccessDeniedException", message).ToJson();
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
