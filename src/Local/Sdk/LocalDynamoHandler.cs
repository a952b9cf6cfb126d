using System.Net;
using System.Net.Http.Headers;
using DynamoToolkit.Local.Doors;

namespace DynamoToolkit.Local;

/// <summary>
/// Answers the HTTP requests of a DynamoDB client in process, without a socket: an <see cref="HttpClient"/> with this handler reaches the
/// engine at every address. It checks no signature. Safe for concurrent use.
/// </summary>
/// <param name="engine">The engine, which the handler does not dispose.</param>
public sealed class LocalDynamoHandler(LocalDynamo engine) : HttpMessageHandler
{
    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">An injected fault drops the connection.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = request.Headers.TryGetValues("X-Amz-Target", out var values) ? string.Concat(values) : "";
        if (request.Method != HttpMethod.Post || OperationTarget.OperationOf(target) is not { } operation)
            return Answer(request, HttpStatusCode.BadRequest, """{"__type":"com.amazon.coral.service#UnknownOperationException"}"""u8);

        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (body.Length > LocalDynamo.MaxRequestBytes)
            return Answer(request, HttpStatusCode.RequestEntityTooLarge, default);

        try
        {
            var response = await engine.ExecuteAsync(operation, body, cancellationToken).ConfigureAwait(false);
            using var content = response.Body;
            var answer = Answer(request, (HttpStatusCode)response.StatusCode, content.WrittenSpan);
            answer.Headers.Add("x-amzn-RequestId", response.RequestId);
            return answer;
        }
        catch (DroppedConnectionException exception)
        {
            // What a client sees of a connection that ends before the answer.
            throw new HttpRequestException(HttpRequestError.ResponseEnded, exception.Message, exception);
        }
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = request.Content?.Headers.ContentType ?? new MediaTypeHeaderValue("application/x-amz-json-1.0");
        return new HttpResponseMessage(status) { Content = content, RequestMessage = request };
    }
}
