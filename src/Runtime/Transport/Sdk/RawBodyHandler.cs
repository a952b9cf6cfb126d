using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DynamoToolkit.Transport.Http;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>
/// Replaces the SDK's own handler that reads and parses responses. That one reads with blocking calls and checks the
/// checksum byte by byte, which takes half the time of a large query. Ordinary calls of the SDK still use it.
/// </summary>
internal sealed class RawBodyHandler(bool supportsResponseLogging) : Unmarshaller(supportsResponseLogging)
{
    /// <summary>The default of the SDK's HTTP client, if its settings have none. It limits only the time to a response's headers.</summary>
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

        // The SDK returns a length of 0 or less if there is none.
        long? length = response.ContentLength > 0 ? response.ContentLength : null;
        var cancellationToken = executionContext.RequestContext.CancellationToken;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timeout = executionContext.RequestContext.ClientConfig.Timeout ?? DefaultTimeout;
        if (timeout > TimeSpan.Zero)
            deadline.CancelAfter(TimeSpan.FromTicks(Math.Max(0, (timeout - Stopwatch.GetElapsedTime(startedAt)).Ticks)));
        try
        {
            return await ResponseBody.ReadAsync(
                stream, length, string.IsNullOrEmpty(checksum) ? null : checksum, encoding, isAnswer: true, deadline.Token)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The SDK's HTTP client throws this if the headers take too long, and the retry policy treats it as transient.
            throw new TimeoutException(
                string.Create(CultureInfo.InvariantCulture, $"The response did not arrive within {timeout.TotalSeconds} s."), exception);
        }
        catch (InvalidDataException exception)
        {
            // The SDK's retry policy treats this as a failure of the network.
            throw new IOException(exception.Message, exception);
        }
    }
}
