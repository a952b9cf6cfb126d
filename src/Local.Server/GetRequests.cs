namespace DynamoToolkit.Local.Server;

/// <summary>
/// Answers <c>GET /</c> and <c>GET /health</c>, where a server that answers and takes writes is healthy, and <c>GET /_heat</c>.
/// </summary>
internal sealed class GetRequests(LocalDynamo engine)
{
    /// <summary>Answers a GET request.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/" or "/health":
                return WriteHealthAsync(context);
            case "/_heat" when engine.MeasuresHeat:
                context.Response.ContentType = "application/json";
                return context.Response.Body.WriteAsync(HeatPage.ToJson(engine.Heat), context.RequestAborted).AsTask();
            case "/_heat":
                return WriteAsync(context, 404, "Heat is not measured. Start the server with --heat or --throttle.\n");
            default:
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
        }
    }

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
