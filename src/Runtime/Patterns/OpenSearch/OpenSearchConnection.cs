using System.Net;
using System.Text.Json;
using DynamoToolkit.Transport.Retries;
using DynamoToolkit.Transport.Telemetry;
using DynamoToolkit.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// A connection to OpenSearch, which the indexes of several item types share. The options may change while the program runs. Safe for
/// concurrent use.
/// </summary>
public sealed class OpenSearchConnection : IDisposable
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    private readonly Func<OpenSearchOptions> current;
    private readonly HttpMessageInvoker invoker;
    private readonly Lock gate = new();
    private OpenSearchTarget? latest;

    /// <summary>Creates a connection. It connects to nothing before the first request.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is invalid, or two of them contradict each other.</exception>
    public OpenSearchConnection(OpenSearchOptions options)
        : this(() => options) => options.ThrowIfInvalid();

    /// <summary>Creates a connection whose options may change.</summary>
    /// <param name="options">
    /// Returns the options, and is called for each request: <c>() => monitor.CurrentValue</c>. Return another object to change anything but
    /// <see cref="OpenSearchOptions.Enabled"/>. What creates the handler, the clock and the logger are those of the first call.
    /// </param>
    public OpenSearchConnection(Func<OpenSearchOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        current = options;
        var first = options() ?? throw new ArgumentException("The options are null.", nameof(options));
        invoker = new HttpMessageInvoker(first.CreateHandler?.Invoke() ?? CreateHandler());
        Time = first.TimeProvider;
        Logger = TransportLog.For(first.LoggerFactory);
    }

    /// <summary>The options as they are now.</summary>
    /// <exception cref="OpenSearchException">They can't be read, such as after a mistake in the program's configuration.</exception>
    internal OpenSearchOptions Options
    {
        get
        {
            try
            {
                return current() ?? throw new ArgumentException("They are null.");
            }
            catch (Exception error) when (error is ArgumentException or OptionsValidationException)
            {
                throw Unusable(error);
            }
        }
    }

    internal TimeProvider Time { get; }

    internal ILogger Logger { get; }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        invoker.Dispose();
        latest?.Dispose();
    }

    /// <summary>Sends a request with a JSON object, and reads the answer.</summary>
    /// <typeparam name="TResult">What is read from the answer.</typeparam>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path behind the endpoint.</param>
    /// <param name="body">The body.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OpenSearchException">OpenSearch did not answer, answered with an error, or its answer can't be read.</exception>
    internal Task<TResult> SendAsync<TResult>(
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte> body,
        TimeSpan timeout,
        Func<JsonElement, TResult> read,
        CancellationToken cancellationToken) =>
        SendAsync(method, path, (body, Json), timeout, read, cancellationToken);

    /// <summary>Sends a request with lines of JSON, and reads the answer.</summary>
    /// <typeparam name="TResult">What is read from the answer.</typeparam>
    /// <param name="path">The path behind the endpoint.</param>
    /// <param name="body">The body.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OpenSearchException">OpenSearch did not answer, answered with an error, or its answer can't be read.</exception>
    internal Task<TResult> SendLinesAsync<TResult>(
        string path, ReadOnlyMemory<byte> body, TimeSpan timeout, Func<JsonElement, TResult> read, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, (body, Lines), timeout, read, cancellationToken);

    private async Task<TResult> SendAsync<TResult>(
        HttpMethod method,
        string path,
        (ReadOnlyMemory<byte> Bytes, string Type) body,
        TimeSpan timeout,
        Func<JsonElement, TResult> read,
        CancellationToken cancellationToken)
    {
        var target = Target();
        using var deadline = new CancellationTokenSource(timeout, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var message = new HttpRequestMessage(method, target.AddressOf(path));
        if (!body.Bytes.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(body.Bytes);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", body.Type);
        }

        try
        {
            await AuthorizeAsync(target, message, body.Bytes, either.Token).ConfigureAwait(false);
            using var response = await invoker.SendAsync(message, either.Token).ConfigureAwait(false);
            using var answer = await ReadAsync(response, target.Options.MaxAnswerBytes, either.Token).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
                return Read(answer, path, read);
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                target.ForgetCredentials();
            throw OpenSearchErrors.Create(path, (int)response.StatusCode, answer.WrittenMemory);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception error) when (error is not OpenSearchException && deadline.IsCancellationRequested)
        {
            throw OpenSearchErrors.Timeout(path, error);
        }
        catch (Exception error) when (Failures.IsOfNetwork(error) || error is OperationCanceledException)
        {
            throw new OpenSearchException(
                $"OpenSearch did not answer {path}: {Failures.ReasonOf(error)}", "connection", innerException: error);
        }
    }

    private static async ValueTask AuthorizeAsync(
        OpenSearchTarget target, HttpRequestMessage message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            await target.AuthorizeAsync(message, body, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OpenSearchException(
                $"The request to OpenSearch could not be signed: {error.Message}", "credentials", innerException: error);
        }
    }

    private static async Task<WireBuffer> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = WireBuffer.Rent();
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int read;
                while ((read = await stream.ReadAsync(buffer.GetMemory(1), cancellationToken).ConfigureAwait(false)) > 0)
                {
                    buffer.Advance(read);
                    if (buffer.Length > maxBytes)
                    {
                        throw new OpenSearchException(
                            $"OpenSearch's answer has more than {maxBytes} bytes ({nameof(OpenSearchOptions.MaxAnswerBytes)}).",
                            "malformed_answer");
                    }
                }
            }

            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private static TResult Read<TResult>(WireBuffer answer, string path, Func<JsonElement, TResult> read)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.WrittenMemory);
            return read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new OpenSearchException(
                $"OpenSearch's answer to {path} is not one that its documentation describes: {error.Message}",
                "malformed_answer",
                innerException: error);
        }
    }

    private OpenSearchTarget Target()
    {
        var options = Options;
        lock (gate)
        {
            if (latest is { } known && ReferenceEquals(known.Options, options))
                return known;
            try
            {
                options.ThrowIfInvalid();
                if (options.Endpoint is null)
                    throw new ArgumentException("There is no endpoint.", nameof(options));

                // Requests that began with the one before may still use it; it holds nothing that has to be closed at once.
                return latest = new OpenSearchTarget(options);
            }
            catch (Exception error) when (error is ArgumentException or Amazon.Runtime.AmazonClientException)
            {
                throw Unusable(error);
            }
        }
    }

    /// <summary>The exception for options that can't be used. To a search it is an outage like any other.</summary>
    internal static OpenSearchException Unusable(Exception error) =>
        new($"The options of OpenSearch can't be used: {error.Message}", "options", innerException: error);

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
