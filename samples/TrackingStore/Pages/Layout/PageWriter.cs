using System.Text;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Protocol;

namespace TrackingStore.Pages.Layout;

/// <summary>Sends pages.</summary>
internal static class PageWriter
{
    // The pages hold what anybody logged: only the server's own files may run in them.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sends a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="content">The page.</param>
    /// <param name="error">Why what its reader wanted to do was refused; null if nothing was.</param>
    public static async Task WriteAsync(HttpContext context, PageContent content, MlflowException? error)
    {
        var body = Encoding.UTF8.GetBytes(PageLayout.Page(content, error?.Message).ToString());
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ContentSecurityPolicy = content.FrameSource is { } frames ? $"{Policy}; frame-src {frames}" : Policy;
        response.Headers.CacheControl = "private, no-cache";
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Sends a piece of a page.</summary>
    public static Task WritePieceAsync(HttpContext context, Html piece)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Response.WriteAsync(piece.ToString(), context.RequestAborted);
    }

    /// <summary>Sends a page about an error. The status is the error's.</summary>
    public static Task WriteErrorAsync(HttpContext context, MlflowException error)
    {
        context.Response.StatusCode = error.Status;
        return WriteAsync(context, ErrorPage.Of(error), error: null);
    }
}
