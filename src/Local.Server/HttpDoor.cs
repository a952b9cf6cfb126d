using System.Globalization;
using System.IO.Hashing;
using DynamoToolkit.Local.Doors;

namespace DynamoToolkit.Local.Server;

/// <summary>Answers HTTP requests as the service does: checks the headers, passes the body to the engine, and sends its response.</summary>
internal sealed class HttpDoor(LocalDynamo engine, LocalServerOptions options, IdleCollector? collector)
{
    // As the service says it.
    private const string ServerName = "Server";
    private const int MaxHeaderBytes = 16 * 1024;

    private readonly RequestGuard guard = new(options);
    private readonly GetRequests gets = new(engine);
    private readonly BodyReader bodies = new(collector);

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        collector?.Notice();
        try
        {
            await AnswerAsync(context).ConfigureAwait(false);
        }
        finally
        {
            collector?.Notice();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers.Server = ServerName;
        if (IsTooLong(request))
        {
            context.Response.StatusCode = 400;
            return;
        }

        if (!await guard.AdmitAsync(context).ConfigureAwait(false))
            return;

        if (HttpMethods.IsOptions(request.Method))
        {
            RequestGuard.AnswerPreflight(context);
            return;
        }

        if (HttpMethods.IsGet(request.Method))
        {
            await SocketThread.LeaveAsync();
            await gets.AnswerAsync(context).ConfigureAwait(false);
            return;
        }

        var contentType = ContentTypeOf(request);
        if (!HttpMethods.IsPost(request.Method) || contentType is null || request.Path.Value is not ("" or "/"))
        {
            await SendAsync(context, 404, null, "<UnknownOperationException/>\n"u8.ToArray()).ConfigureAwait(false);
            return;
        }

        try
        {
            using var body = await bodies.ReadAsync(context).ConfigureAwait(false);
            await AnswerAsync(context, contentType, body).ConfigureAwait(false);
        }
        catch (BodyException exception) when (exception.Error is null)
        {
            // The service answers a request that is too long with only a status.
            context.Response.StatusCode = exception.Status;
        }
        catch (BodyException exception)
        {
            await SendAsync(context, exception.Status, contentType, exception.Error!.ToJson()).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context, string contentType, ReceivedBody body)
    {
        var operation = OperationTarget.OperationOf(context.Request.Headers["X-Amz-Target"].ToString());
        var error = operation is not null
            ? Authentication.Check(context.Request)
            : new ProtocolError("UnknownOperationException", "");
        if (error is not null)
        {
            context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
            await SendAsync(context, 400, contentType, error.ToJson()).ConfigureAwait(false);
            return;
        }

        if (engine.TriesDisk || !SocketThread.IsShort(operation!, body.Bytes))
            await SocketThread.LeaveAsync();
        if (operation == "DescribeEndpoints")
        {
            await SendAsync(context, 200, contentType, DescribeEndpoints.Answer(context.Request)).ConfigureAwait(false);
            return;
        }

        LocalResponse answer;
        try
        {
            answer = await engine.ExecuteAsync(operation!, body.Bytes, context.RequestAborted).ConfigureAwait(false);
        }
        catch (DroppedConnectionException)
        {
            context.Abort();
            return;
        }

        // The answer refers to nothing of the request, and its client may be slow.
        body.Dispose();
        using var answerBody = answer.Body;
        context.Response.Headers["x-amzn-RequestId"] = answer.RequestId;
        await SendAsync(context, answer.StatusCode, contentType, answerBody.WrittenMemory).ConfigureAwait(false);
    }

    // The service limits the line and the headers of a request to 16 KB each.
    private static bool IsTooLong(HttpRequest request)
    {
        var bytes = 0;
        foreach (var (name, value) in request.Headers)
            bytes += name.Length + value.ToString().Length;
        var line = (request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0);
        return bytes > MaxHeaderBytes || line > MaxHeaderBytes;
    }

    private static string? ContentTypeOf(HttpRequest request)
    {
        var contentType = request.ContentType;
        if (contentType?.Contains(';', StringComparison.Ordinal) == true)
            contentType = contentType.Split(';')[0];
        contentType = contentType?.Trim();
        return contentType is "application/x-amz-json-1.0" or "application/json" ? contentType : null;
    }

    private static async Task SendAsync(HttpContext context, int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;

        // Compressing it may take long.
        if (body.Length > SocketThread.ShortBytes)
            await SocketThread.LeaveAsync();

        // The service's checksum is that of the bytes it sends.
        body = Compression.Compress(context, body);
        response.ContentLength = body.Length;
        response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(body.Span).ToString(CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
