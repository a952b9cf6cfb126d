using DynamoToolkit.Local.Server.Pages;

namespace DynamoToolkit.Local.Server;

/// <summary>
/// Answers <c>GET /health</c>, where a server that answers and takes writes is healthy, <c>GET /_heat</c>, and the pages for people, which
/// begin at <c>/</c>.
/// </summary>
internal sealed class GetRequests(LocalDynamo engine)
{
    private readonly PageDoor pages = new(engine);

    /// <summary>Answers a GET request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/" when !WantsPage(context.Request):
            case "/health":
                await WriteHealthAsync(context).ConfigureAwait(false);
                break;
            case "/_heat" when engine.MeasuresHeat:
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(HeatPage.ToJson(engine.Heat), context.RequestAborted).ConfigureAwait(false);
                break;
            case "/_heat":
                await WriteAsync(context, 404, "Heat is not measured. Start the server with --heat or --throttle.\n").ConfigureAwait(false);
                break;
            default:
                if (!await pages.TryAnswerAsync(context).ConfigureAwait(false))
                    context.Response.StatusCode = 404;
                break;
        }
    }

    // A browser asks for HTML. Other clients get at / what the service answers there.
    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private Task WriteHealthAsync(HttpContext context)
    {
        var snapshot = engine.SnapshotProblem is { } problem ? $"The last snapshot could not be taken: {problem}\n" : "";
        return engine.WriteProblem is { } reason
            ? WriteAsync(context, 503, $"reads only: The data folder takes no writes: {reason}\n{snapshot}")
            : WriteAsync(context, 200, $"healthy: {context.Request.Host}\n{snapshot}");
    }

    private static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
