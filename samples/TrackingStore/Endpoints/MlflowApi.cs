using TrackingStore.Protocol;

namespace TrackingStore.Endpoints;

/// <summary>
/// A family of MLflow's endpoints. Every path is there twice: for clients below <c>/api</c>, for the web page below <c>/ajax-api</c>.
/// </summary>
internal sealed class MlflowApi(IEndpointRouteBuilder routes, string family)
{
    /// <summary>What every path begins with.</summary>
    public static readonly string[] Roots = ["/api", "/ajax-api"];

    private static readonly string[] AjaxOnly = ["/ajax-api"];

    /// <summary>Answers POST requests.</summary>
    public MlflowApi Post<T>(string path, Func<Arguments, CancellationToken, Task<T>> handler) => Map(Roots, [HttpMethods.Post], path, handler);

    /// <summary>Answers GET requests.</summary>
    public MlflowApi Get<T>(string path, Func<Arguments, CancellationToken, Task<T>> handler) => Map(Roots, [HttpMethods.Get], path, handler);

    /// <summary>Answers GET and POST requests.</summary>
    public MlflowApi GetOrPost<T>(string path, Func<Arguments, CancellationToken, Task<T>> handler) =>
        Map(Roots, [HttpMethods.Get, HttpMethods.Post], path, handler);

    /// <summary>Answers GET requests of the web page.</summary>
    public MlflowApi GetAjax<T>(string path, Func<Arguments, CancellationToken, Task<T>> handler) => Map(AjaxOnly, [HttpMethods.Get], path, handler);

    private MlflowApi Map<T>(string[] roots, string[] methods, string path, Func<Arguments, CancellationToken, Task<T>> handler)
    {
        foreach (var root in roots)
        {
            routes.MapMethods($"{root}{family}/{path}", methods, async context =>
            {
                var arguments = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
                await Reply.WriteAsync(context, await handler(arguments, context.RequestAborted));
            });
        }

        return this;
    }
}
