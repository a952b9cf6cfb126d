using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Endpoints;

/// <summary>
/// MLflow's endpoints. Every path is there twice: for clients below <c>/api/2.0/</c>, for the web page below <c>/ajax-api/2.0/</c>. Each
/// says what its callers need.
/// </summary>
/// <param name="routes">The routes of the server.</param>
/// <param name="gate">Checks what callers need.</param>
/// <param name="changes">Recognizes changes that a client repeats.</param>
/// <param name="isReadOnly">Whether the server refuses to change anything.</param>
internal sealed class ApiRoutes(IEndpointRouteBuilder routes, Gate gate, RepeatedChange changes, bool isReadOnly)
{
    private const string Api = "/api/2.0/";
    private const string Ajax = "/ajax-api/2.0/";
    private const string Api3 = "/api/3.0/";
    private const string Ajax3 = "/ajax-api/3.0/";

    /// <summary>Answers POST requests, which change something, with a message.</summary>
    public void Post<T>(Access access, string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Change(HttpMethods.Post, access, path, answer);

    /// <summary>Answers requests of another method that change something with a message.</summary>
    public void Change<T>(string method, Access access, string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Api, Ajax], [method], access, path, Writing(Answer(access, answer)));

    /// <summary>Answers POST requests that only read with a message.</summary>
    public void PostQuestion<T>(Access access, string path, Func<HttpContext, Arguments, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Post], access, path, Answer(access, answer));

    /// <summary>Answers POST requests that have nothing to reply, with an empty message.</summary>
    public void PostWithoutReply(Access access, string path, Func<Arguments, CancellationToken, Task> act) =>
        ChangeWithoutReply(HttpMethods.Post, access, path, act);

    /// <summary>Answers requests of another method that have nothing to reply, with an empty message.</summary>
    public void ChangeWithoutReply(string method, Access access, string path, Func<Arguments, CancellationToken, Task> act) =>
        Change(method, access, path, async (arguments, cancellationToken) =>
        {
            await act(arguments, cancellationToken);
            return EmptyReply.Instance;
        });

    /// <summary>Answers requests that make a change whose repetition is an error. Clients repeat them after an outage.</summary>
    /// <param name="method">The method.</param>
    /// <param name="access">What callers need.</param>
    /// <param name="path">The path.</param>
    /// <param name="parameters">The parameters, which say what the change is.</param>
    /// <param name="answer">Makes the change.</param>
    /// <param name="findMade">The reply to a change whose effect is exactly there; null if it is not.</param>
    public void ChangeOnce<T>(
        string method,
        Access access,
        string path,
        string[] parameters,
        Func<Arguments, CancellationToken, Task<T>> answer,
        Func<Arguments, CancellationToken, Task<T?>> findMade)
        where T : class
    {
        Map([Api, Ajax], [method], access, path, Writing(AnswerAsync));
        async Task AnswerAsync(HttpContext context)
        {
            var arguments = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
            var reply = await changes.MakeAsync(
                RepeatedChange.NameOf(context, path, parameters, arguments),
                () => gate.RequireAsync(context, arguments, access),
                () => answer(arguments, context.RequestAborted),
                () => arguments.ChangedId,
                (changedId, token) =>
                {
                    arguments.ChangedId = changedId;
                    return findMade(arguments, token);
                },
                context.RequestAborted);
            await Reply.WriteAsync(context, reply);
        }
    }

    /// <summary>Answers requests of a change whose repetition is an error, and that has nothing to reply.</summary>
    /// <param name="method">The method.</param>
    /// <param name="access">What callers need.</param>
    /// <param name="path">The path.</param>
    /// <param name="parameters">The parameters, which say what the change is.</param>
    /// <param name="act">Makes the change.</param>
    /// <param name="isMade">Whether the effect is exactly there.</param>
    public void ChangeOnceWithoutReply(
        string method,
        Access access,
        string path,
        string[] parameters,
        Func<Arguments, CancellationToken, Task> act,
        Func<Arguments, CancellationToken, Task<bool>> isMade) => ChangeOnce(
        method,
        access,
        path,
        parameters,
        async (arguments, token) =>
        {
            await act(arguments, token);
            return EmptyReply.Instance;
        },
        async (arguments, token) => await isMade(arguments, token) ? EmptyReply.Instance : null);

    /// <summary>Answers GET requests with a message.</summary>
    public void Get<T>(Access access, string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Get], access, path, Answer(access, answer));

    /// <summary>Answers GET and POST requests that only read with a message.</summary>
    public void GetOrPost<T>(Access access, string path, Func<HttpContext, Arguments, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Get, HttpMethods.Post], access, path, Answer(access, answer));

    /// <summary>Answers GET requests of the web page with a message.</summary>
    public void GetAjax<T>(Access access, string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Ajax], [HttpMethods.Get], access, path, Answer(access, answer));

    /// <summary>Answers GET requests of the API's third version with a message.</summary>
    public void GetOfVersion3<T>(Access access, string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Api3, Ajax3], [HttpMethods.Get], access, path, Answer(access, answer));

    /// <summary>Answers POST requests of the web page, which change something, with a message.</summary>
    public void PostAjax<T>(Access access, string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Ajax], [HttpMethods.Post], access, path, Writing(Answer(access, answer)));

    /// <summary>Answers GET and POST requests of the web page that only read with a message.</summary>
    public void GetOrPostAjax<T>(Access access, string path, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Map([Ajax], [HttpMethods.Get, HttpMethods.Post], access, path, Answer(access, answer));

    /// <summary>Answers POST requests below the server's root that only read. The answer writes its reply itself.</summary>
    public void PostRootQuestion(Access access, string path, Func<HttpContext, Arguments, Task> answer) =>
        Map(["/"], [HttpMethods.Post], access, path, async context =>
        {
            var arguments = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
            await gate.RequireAsync(context, arguments, access);
            await answer(context, arguments);
        });

    /// <summary>Answers POST requests whose message depends on who sends them.</summary>
    public void PostOfCaller<T>(Access access, string path, Func<HttpContext, Arguments, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Post], access, path, Writing(Answer(access, answer)));

    /// <summary>Answers GET requests whose message depends on who sends them.</summary>
    public void GetOfCaller<T>(Access access, string path, Func<HttpContext, Arguments, Task<T>> answer) =>
        Map([Api, Ajax], [HttpMethods.Get], access, path, Answer(access, answer));

    /// <summary>Answers requests whose body or reply is not a message.</summary>
    public void Raw(string method, Access access, string path, RequestDelegate answer) =>
        Map([Api, Ajax], [method], access, path, ByMethod(method, Guarded(access, answer)));

    /// <summary>Answers requests of the web page whose body or reply is not a message.</summary>
    public void RawAjax(string method, Access access, string path, RequestDelegate answer) =>
        Map([Ajax], [method], access, path, ByMethod(method, Guarded(access, answer)));

    /// <summary>Answers GET requests below the server's root.</summary>
    public void GetRoot(Access access, string path, RequestDelegate answer) =>
        Map(["/"], [HttpMethods.Get], access, path, Guarded(access, answer));

    /// <summary>Answers GET requests below the server's root by their arguments.</summary>
    public void GetRoot(Access access, string path, Func<HttpContext, Arguments, Task> answer) =>
        Map(["/"], [HttpMethods.Get], access, path, Guarded(access, answer));

    private RequestDelegate Answer<T>(Access access, Func<Arguments, CancellationToken, Task<T>> answer) =>
        Answer(access, (context, arguments) => answer(arguments, context.RequestAborted));

    private RequestDelegate Answer<T>(Access access, Func<HttpContext, Arguments, Task<T>> answer) => async context =>
    {
        var arguments = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
        await gate.RequireAsync(context, arguments, access);
        await Reply.WriteAsync(context, await answer(context, arguments));
    };

    private RequestDelegate Guarded(Access access, RequestDelegate answer) => Guarded(access, (context, _) => answer(context));

    private RequestDelegate Guarded(Access access, Func<HttpContext, Arguments, Task> answer) => async context =>
    {
        var arguments = RequestReader.OfQuery(context.Request);
        await gate.RequireAsync(context, arguments, access);
        await answer(context, arguments);
    };

    private RequestDelegate ByMethod(string method, RequestDelegate answer) => HttpMethods.IsGet(method) ? answer : Writing(answer);

    private RequestDelegate Writing(RequestDelegate answer) => isReadOnly
        ? static _ => throw new MlflowException(ErrorCode.PERMISSION_DENIED, "The server is read-only.")
        : answer;

    private void Map(string[] roots, string[] methods, Access access, string path, RequestDelegate answer)
    {
        // Who may GET may also ask for the head of the answer, as of MLflow's server. Some load balancers and monitors do.
        if (methods.Contains(HttpMethods.Get)) methods = [.. methods, HttpMethods.Head];
        foreach (var root in roots) routes.MapMethods(root + path, methods, answer).WithMetadata(access);
    }
}
