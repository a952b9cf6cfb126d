namespace DynamoToolkit.Local.Server;

/// <summary>Answers <c>GET /</c> and <c>GET /health</c>. A server that answers is healthy.</summary>
internal static class HealthCheck
{
    /// <summary>Answers a GET request.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value is not ("/" or "/health"))
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync($"healthy: {context.Request.Host}\n", context.RequestAborted);
    }
}
