using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DynamoToolkit.Transport.Http;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>
/// Stands in the pipeline where the SDK's own handler reads and parses responses. That one reads with blocking calls and checks the
/// checksum byte by byte, half of the time that a large query takes; ordinary calls of the SDK still go to it.
/// </summary>
internal sealed class RawBodyHandler(bool supportsResponseLogging) : Unmarshaller(supportsResponseLogging)
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        if (executionContext.RequestContext.Unmarshaller is not RawResponseUnmarshaller)
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);

        await InnerHandler.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        var response = executionContext.ResponseContext.HttpResponse;
        using var body = response.ResponseBody;
        var stream = await body.OpenResponseAsync().ConfigureAwait(false);
        var buffer = await ReadAsync(stream, executionContext).ConfigureAwait(false);
        executionContext.ResponseContext.Response = RawResponseUnmarshaller.Create(buffer, response);
        return (T)executionContext.ResponseContext.Response;
    }

    private static async ValueTask<Wire.WireBuffer> ReadAsync(Stream stream, IExecutionContext executionContext)
    {
        var response = executionContext.ResponseContext.HttpResponse;
        var checksum = response.GetHeaderValue(ResponseBody.ChecksumHeader);
        var encoding = response.GetHeaderValue("Content-Encoding");

        // The SDK gives a length of 0 or less where there is none.
        long? length = response.ContentLength > 0 ? response.ContentLength : null;
        try
        {
            return await ResponseBody.ReadAsync(
                stream,
                length,
                string.IsNullOrEmpty(checksum) ? null : checksum,
                encoding,
                executionContext.RequestContext.CancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            // What the SDK's retry policy takes for a failure of the network.
            throw new IOException(exception.Message, exception);
        }
    }
}
