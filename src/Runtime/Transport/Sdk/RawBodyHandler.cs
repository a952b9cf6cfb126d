using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DynamoToolkit.Transport.Http;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>
/// Stands in the pipeline where the SDK's own handler reads and parses responses. That one reads with blocking calls and checks the
/// checksum byte by byte, half of the time that a large query takes; ordinary calls of the SDK still go to it.
/// </summary>
internal sealed class RawBodyHandler(bool supportsResponseLogging) : Unmarshaller(supportsResponseLogging)
{
    /// <summary>What the SDK leaves its HTTP client at, where its settings say nothing. It bounds the way to a response's headers only.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        if (executionContext.RequestContext.Unmarshaller is not RawResponseUnmarshaller)
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);

        var startedAt = Stopwatch.GetTimestamp();
        await InnerHandler.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        var response = executionContext.ResponseContext.HttpResponse;
        using var body = response.ResponseBody;
        var stream = await body.OpenResponseAsync().ConfigureAwait(false);
        var buffer = await ReadAsync(stream, executionContext, startedAt).ConfigureAwait(false);
        executionContext.ResponseContext.Response = RawResponseUnmarshaller.Create(buffer, response);
        return (T)executionContext.ResponseContext.Response;
    }

    private static async ValueTask<WireBuffer> ReadAsync(Stream stream, IExecutionContext executionContext, long startedAt)
    {
        var response = executionContext.ResponseContext.HttpResponse;
        var checksum = response.GetHeaderValue(ResponseBody.ChecksumHeader);
        var encoding = response.GetHeaderValue("Content-Encoding");

        // The SDK gives a length of 0 or less where there is none.
        long? length = response.ContentLength > 0 ? response.ContentLength : null;
        var cancellationToken = executionContext.RequestContext.CancellationToken;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timeout = executionContext.RequestContext.ClientConfig.Timeout ?? DefaultTimeout;
        if (timeout > TimeSpan.Zero)
            deadline.CancelAfter(TimeSpan.FromTicks(Math.Max(0, (timeout - Stopwatch.GetElapsedTime(startedAt)).Ticks)));
        try
        {
            return await ResponseBody.ReadAsync(
                stream, length, string.IsNullOrEmpty(checksum) ? null : checksum, encoding, isAnswer: true, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What the SDK's HTTP client throws when the headers take too long, and the retry policy takes for a passing failure.
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The response was not there in {timeout.TotalSeconds} s."), exception);
        }
        catch (InvalidDataException exception)
        {
            // What the SDK's retry policy takes for a failure of the network.
            throw new IOException(exception.Message, exception);
        }
    }
}
