using System.Text;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>
/// Answers requests for pages. They show everything and change nothing. They need no script, and none can run in them: all text is encoded,
/// and the policy of their content allows only their style sheet.
/// </summary>
internal sealed class PageDoor(LocalDynamo engine)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly EngineView view = new(engine);

    /// <summary>Answers a GET request. Returns false if no page has the path.</summary>
    public async Task<bool> TryAnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        try
        {
            var (type, body) = path == PageStyle.Path
                ? ("text/css; charset=utf-8", Encoding.UTF8.GetBytes(PageStyle.Css))
                : Render(path, context.Request.Query);
            if (body is null)
                return false;

            await WriteAsync(context, 200, type, body).ConfigureAwait(false);
        }
        catch (PageException exception)
        {
            var body = PageLayout.Page("This page cannot be shown", Html.Of($"<p>{exception.Message}</p>")).ToString();
            await WriteAsync(context, exception.Status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(body)).ConfigureAwait(false);
        }

        return true;
    }

    private (string Type, byte[]? Body) Render(string path, IQueryCollection query)
    {
        // A table's name consists of characters that mean nothing in a path.
        var parts = path.Split('/');
        return parts switch
        {
            ["", "tables", var name, "item.json"] => ("application/json", ItemPage.ToJson(view, name, query["key"].ToString())),
            ["", "tables", var name, "item"] => Page(ItemPage.Render(view, name, query["key"].ToString())),
            ["", "tables", var name] => Page(TablePage.Render(view, name, query)),
            ["", "stream"] => Page(StreamPage.Render(view, query)),
            ["", "heat"] => Page(HeatView.Render(view.Engine)),
            ["", ""] => Page(HomePage.Render(view)),
            _ => ("", null),
        };
    }

    private static (string Type, byte[]? Body) Page(Html html) => ("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html.ToString()));

    private static async Task WriteAsync(HttpContext context, int status, string type, byte[] body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = body.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
