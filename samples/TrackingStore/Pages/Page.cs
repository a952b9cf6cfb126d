using TrackingStore.Errors;
using TrackingStore.Protocol;

namespace TrackingStore.Pages;

/// <summary>Answers requests with pages for people.</summary>
internal static class Page
{
    /// <summary>Adds a page of something with an id.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="access">What callers need.</param>
    /// <param name="path">The path, with <c>{id}</c> in it.</param>
    /// <param name="render">Renders the page of an id.</param>
    public static void MapPage(
        this IEndpointRouteBuilder routes,
        Func<HttpContext, string, Task> access,
        string path,
        Func<string, CancellationToken, Task<string>> render) =>
        routes.MapGet(path, async context =>
        {
            try
            {
                var id = (string)context.Request.RouteValues["id"]!;
                await access(context, id);
                await WriteAsync(context, await render(id, context.RequestAborted));
            }
            catch (TrackingException e) when (StoreErrors.Explain(e.Error) is { Status: StatusCodes.Status404NotFound } missing)
            {
                context.Response.StatusCode = missing.Status;
                await WriteAsync(context, Html.Page("Not found", $"<p>{Html.Text(missing.Message)}.</p>"));
            }
        });

    /// <summary>Writes a page.</summary>
    public static Task WriteAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        // The pages hold what anybody logged: no script may run in them.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
