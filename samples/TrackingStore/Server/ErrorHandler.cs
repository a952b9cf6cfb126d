using System.Globalization;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Replies;

namespace TrackingStore.Server;

/// <summary>
/// Answers every error with MLflow's error body, or with a page where a page was asked for. The client learns what it did wrong; what broke
/// here goes to the log alone.
/// </summary>
internal sealed class ErrorHandler(ErrorExplainer explainer)
{
    private const int ClientClosedRequest = 499;
    private static readonly PathString[] Apis = ["/api", "/ajax-api"];

    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted) await ExplainAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            if (!context.Response.HasStarted) context.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await AnswerAsync(context, e);
        }
    }

    private static Task ExplainAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound when IsOfBrowser(context.Request) => PageWriter.WriteErrorAsync(
            context, new MlflowException(ErrorCode.ENDPOINT_NOT_FOUND, $"There is no page '{context.Request.Path}'.")),
        StatusCodes.Status404NotFound => Reply.WriteErrorAsync(
            context, ErrorCode.ENDPOINT_NOT_FOUND, $"No API found for '{context.Request.Path}'"),
        StatusCodes.Status405MethodNotAllowed => Reply.WriteErrorAsync(
            context,
            ErrorCode.BAD_REQUEST,
            $"The method {context.Request.Method} is not allowed for '{context.Request.Path}'",
            StatusCodes.Status405MethodNotAllowed),
        _ => Task.CompletedTask,
    };

    private Task AnswerAsync(HttpContext context, Exception error)
    {
        var answer = explainer.Explain(error, context.Request.Path);
        if (answer.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        if (answer.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Basic realm=\"mlflow\"";
        return context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is null
            ? Reply.WriteErrorAsync(context, answer.Code, answer.Message, answer.Status)
            : PageWriter.WriteErrorAsync(context, answer);
    }

    /// <summary>Whether somebody looks for a page. Clients of the API ask for nothing, or for JSON.</summary>
    private static bool IsOfBrowser(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !Apis.Any(api => request.Path.StartsWithSegments(api));
}
