using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using DynamoToolkit.Transport.Endpoints;
using DynamoToolkit.Transport.Errors;
using DynamoToolkit.Transport.Retries;
using DynamoToolkit.Transport.Signing;

namespace DynamoToolkit.Transport.Http;

/// <summary>Makes one attempt: signs a request, sends it, reads and judges the answer. Safe for concurrent use.</summary>
internal sealed class HttpExchange : IDisposable
{
    private const string RequestIdHeader = "x-amzn-RequestId";

    private readonly HttpMessageInvoker invoker;
    private readonly DeadlinePool deadlines;
    private readonly ClockSkew clock;
    private readonly Lazy<ServiceContext> service;
    private readonly string userAgent;
    private readonly string[] attemptHeaders;
    private readonly bool acceptGzip;
    private readonly TimeSpan attemptTimeout;
    private SigningTime? latestTime;

    public HttpExchange(HttpTransportOptions options)
    {
        invoker = new HttpMessageInvoker(HttpHandlers.Create(options));
        deadlines = new DeadlinePool(options.AttemptTimeout, options.TimeProvider);
        clock = new ClockSkew(options.TimeProvider);
        service = new Lazy<ServiceContext>(() => ServiceContext.Create(options), LazyThreadSafetyMode.PublicationOnly);
        userAgent = UserAgent.Make(options.ApplicationId);
        attemptHeaders = [.. Enumerable.Range(1, Math.Min(options.MaxAttempts, 100)).Select(n => AttemptHeader(n, options.MaxAttempts))];
        acceptGzip = options.AcceptGzip;
        attemptTimeout = options.AttemptTimeout;
    }

    /// <summary>The address of the last request's server; null before the first.</summary>
    public Uri? Address { get; private set; }

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> SendAsync(DynamoRequest request, string invocationId, int attempt, CancellationToken cancellationToken)
    {
        var credentials = await service.Value.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var target = service.Value.TargetFor(request.Operation, credentials);
        if (!ReferenceEquals(Address, target.Address))
            Address = target.Address; // A write at each call would take the cache line from the other processors.
        var signedAt = clock.UtcNow;

        var deadline = deadlines.Start();
        var ended = false;
        var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, target.Address);
            AddHeaders(message, request, invocationId, attempt);
            Sign(message, request, credentials, target, signedAt);
            using var response = await invoker.SendAsync(message, deadline.Token).ConfigureAwait(false);
            var body = await ResponseBody.ReadAsync(response, deadline.Token).ConfigureAwait(false);
            ended = true;
            if (response.StatusCode == HttpStatusCode.OK)
                return Attempt.Success(body, (int)response.StatusCode);

            using (body)
                return Judge(request, response, body.WrittenSpan, signedAt);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Whatever the network stack makes of it: to the caller, a cancelled call is a cancelled call.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (deadline.IsCancellationRequested)
        {
            var seconds = attemptTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            var message = $"{request.Operation} got no answer from {target.Host} in {seconds} s.";
            var timeout = new TransportTimeoutException(message, exception) { Operation = request.Operation };
            return Attempt.Failure(timeout, FailureKind.Timeout);
        }
        catch (Exception exception)
            when (Failures.IsOfNetwork(exception) || exception is InvalidDataException or OperationCanceledException)
        {
            var message = $"{request.Operation} got no answer from {target.Host}: {Failures.ReasonOf(exception)}";
            var failure = new TransportException(message, exception) { Operation = request.Operation };
            return Attempt.Failure(failure, Failures.Classify(exception));
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            if (ended)
                deadlines.Return(deadline);
            else
                deadline.Dispose();
        }
    }

    public void Dispose()
    {
        invoker.Dispose();
        deadlines.Dispose();
        if (service.IsValueCreated)
            service.Value.Dispose();
    }

    private void AddHeaders(HttpRequestMessage message, DynamoRequest request, string invocationId, int attempt)
    {
        message.Content = new ReadOnlyMemoryContent(request.Body);
        message.Content.Headers.TryAddWithoutValidation("Content-Type", RequestSigner.ContentType);
        var headers = message.Headers;
        headers.TryAddWithoutValidation("X-Amz-Target", OperationNames.TargetOf(request.Operation));
        headers.TryAddWithoutValidation("User-Agent", userAgent);
        headers.TryAddWithoutValidation("amz-sdk-invocation-id", invocationId);
        headers.TryAddWithoutValidation("amz-sdk-request", attemptHeaders[Math.Min(attempt, attemptHeaders.Length) - 1]);
        if (acceptGzip)
            headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
    }

    private void Sign(
        HttpRequestMessage message,
        DynamoRequest request,
        Amazon.Runtime.ImmutableCredentials credentials,
        ServiceTarget target,
        DateTimeOffset signedAt)
    {
        var time = SigningTime.At(signedAt, ref latestTime);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", time.Text);
        if (credentials.UseToken)
            message.Headers.TryAddWithoutValidation("X-Amz-Security-Token", credentials.Token);

        var authorization = service.Value.Signer.Sign(
            credentials, time, target.Host, target.CanonicalPath, OperationNames.TargetOf(request.Operation), request.Body.Span);
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
    }

    private Attempt Judge(DynamoRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, DateTimeOffset signedAt)
    {
        var status = (int)response.StatusCode;
        var requestId = response.Headers.NonValidated.TryGetValues(RequestIdHeader, out var ids) ? ids.ToString() : null;
        var error = ErrorBody.Parse(body);
        var exception = ServiceErrors.Create(request.Operation, status, error, requestId);
        var kind = Failures.Classify(status, error.Code);
        if (clock.TryCorrect(Failures.ComplaintOf(error), signedAt, response.Headers.Date))
            kind = FailureKind.ClockSkew;
        else if (error.Code is "ExpiredTokenException" or "UnrecognizedClientException")
            service.Value.Credentials.Forget();
        return Attempt.Failure(exception, kind, status, requestId);
    }

    private static string AttemptHeader(int attempt, int max) =>
        string.Create(CultureInfo.InvariantCulture, $"attempt={attempt}; max={max}");
}
