using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Endpoints;

/// <summary>
/// MLflow's endpoints. Every path is there twice: for clients below <c>/api/2.0/</c>, for the web page below <c>/ajax-api/2.0/</c>.
/// </summary>
/// <param name="routes">The routes of the server.</param>
/// <param name="isReadOnly">Whether the server refuses to change anything.</param>
internal sealed class ApiRoutes(IEndpointRouteBuilder routes, bool isReadOnly)
{
    private const string Api = "/api/2.0/";
    private const string Ajax = "/ajax-api/2.0/";

    /// <summary>Answers POST requests, which change something, with a message.</summary>
    public void Post<T>(string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Post], path, Writing(Answer(answer)));

    /// <summary>Answers POST requests that only read with a message.</summary>
    public void PostQuestion<T>(string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Post], path, Answer(answer));

    /// <summary>Answers POST requests that have nothing to reply, with an empty message.</summary>
    public void PostWithoutReply(string path, Func<Arguments, CancellationToken, Task> act) =>
        Post(path, async (arguments, cancellationToken) =>
        {
            await act(arguments, cancellationToken);
            return EmptyReply.Instance;
        });

    /// <summary>Answers GET requests with a message.</summary>
    public void Get<T>(string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Get], path, Answer(answer));

    /// <summary>Answers GET and POST requests that only read with a message.</summary>
    public void GetOrPost<T>(string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Get, HttpMethods.Post], path, Answer(answer));

    /// <summary>Answers GET requests of the web page with a message.</summary>
    public void GetAjax<T>(string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Ajax], [HttpMethods.Get], path, Answer(answer));

    /// <summary>Answers requests whose body or reply is not a message.</summary>
    public void Raw(string method, string path, RequestDelegate answer) => Map([Api, Ajax], [method], path, ByMethod(method, answer));

    /// <summary>Answers requests of the web page whose body or reply is not a message.</summary>
    public void RawAjax(string method, string path, RequestDelegate answer) => Map([Ajax], [method], path, ByMethod(method, answer));

    /// <summary>Answers GET requests below the server's root.</summary>
    public void GetRoot(string path, RequestDelegate answer) => Map(["/"], [HttpMethods.Get], path, answer);

    private static RequestDelegate Answer<T>(Func<Arguments, CancellationToken, Task<T>> answer) => async context =>
    {
        var arguments = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
        await Reply.WriteAsync(context, await answer(arguments, context.RequestAborted));
    };

    private RequestDelegate ByMethod(string method, RequestDelegate answer) => HttpMethods.IsGet(method) ? answer : Writing(answer);

    private RequestDelegate Writing(RequestDelegate answer) => isReadOnly
        ? static _ => throw new MlflowException(ErrorCode.PERMISSION_DENIED, "The server is read-only.")
        : answer;

    private void Map(string[] roots, string[] methods, string path, RequestDelegate answer)
    {
        foreach (var root in roots) routes.MapMethods(root + path, methods, answer);
    }
}
