using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Pages.Layout;

/// <summary>The routes of pages and of their forms. Each says what its callers need, as the routes of the API do.</summary>
/// <param name="routes">The routes of the server.</param>
/// <param name="gate">Checks what callers need.</param>
/// <param name="isReadOnly">Whether the server refuses to change anything.</param>
internal sealed class PageRoutes(IEndpointRouteBuilder routes, Gate gate, bool isReadOnly)
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Sending = [HttpMethods.Post];

    /// <summary>Adds a page.</summary>
    /// <param name="access">What its readers need. The check finds arguments in the path by their names: <c>/runs/{run_id}</c>.</param>
    /// <param name="path">Its path.</param>
    /// <param name="render">Renders it.</param>
    public PageView Get(Access access, string path, Func<PageRequest, Task<PageContent>> render)
    {
        var view = new PageView(access, render);
        Get(view, path);
        return view;
    }

    /// <summary>Adds another path of a page.</summary>
    public void Get(PageView view, string path) =>
        Map(Reading, view.Access, path, context => ShowAsync(context, view, error: null));

    /// <summary>Adds a piece of a page, for its script.</summary>
    public void GetPiece(Access access, string path, Func<PageRequest, Task<Html>> render) =>
        GetRaw(access, path, async request => await PageWriter.WritePieceAsync(request.Context, await render(request)));

    /// <summary>Adds something that is shown in a page, such as a picture.</summary>
    public void GetRaw(Access access, string path, Func<PageRequest, Task> answer) => Map(Reading, access, path, async context =>
    {
        var arguments = new Arguments(new PageArguments(context.Request.RouteValues, context.Request.Query));
        await gate.RequireAsync(context, arguments, access);
        await answer(new PageRequest(context, arguments, !isReadOnly, Error: null));
    });

    /// <summary>Adds a form of a page. After it the browser goes to another page; if it is refused, its own page says why.</summary>
    /// <param name="access">What its senders need.</param>
    /// <param name="path">Where it is sent. Its query string is the state of the page.</param>
    /// <param name="page">The page that has the form.</param>
    /// <param name="act">Does what the form asks for, and returns the address to go to.</param>
    public void Post(Access access, string path, PageView page, Func<PageRequest, Task<string>> act) =>
        Map(Sending, access, path, async context =>
        {
            if (isReadOnly) throw new MlflowException(ErrorCode.PERMISSION_DENIED, "The server is read-only.");
            var fields = await PageForm.ReadAsync(context);
            string location;
            var arguments = new Arguments(new PageArguments(context.Request.RouteValues, fields));
            try
            {
                await gate.RequireAsync(context, arguments, access);
                location = await act(new PageRequest(context, arguments, CanChange: true, Error: null));
            }
            catch (Exception e) when (Refusals.Of(e) is { } refusal)
            {
                context.Response.StatusCode = refusal.Status;
                await ShowAsync(context, page, refusal, arguments);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = location;
        });

    private async Task ShowAsync(HttpContext context, PageView view, MlflowException? error, Arguments? refused = null)
    {
        PageContent content;
        try
        {
            var arguments = new Arguments(new PageArguments(context.Request.RouteValues, context.Request.Query));
            await gate.RequireAsync(context, arguments, view.Access);
            content = await view.RenderAsync(new PageRequest(context, arguments, !isReadOnly, error) { Refused = refused });
        }
        catch (Exception e) when (error is not null && Refusals.Of(e) is not null)
        {
            // The page cannot be shown any more, such as that of something that is gone. What was refused is what matters.
            throw error;
        }

        await PageWriter.WriteAsync(context, content, error);
    }

    private void Map(string[] methods, Access access, string path, RequestDelegate answer) =>
        routes.MapMethods(path, methods, answer).WithMetadata(access, PageMark.Instance);
}
