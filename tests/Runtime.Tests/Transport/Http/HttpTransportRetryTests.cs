using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Retries;

namespace DynamoToolkit.Runtime.Tests.Transport.Http;

public sealed class HttpTransportRetryTests
{
    [Theory]
    [InlineData(400, "ProvisionedThroughputExceededException")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "RequestLimitExceeded")]
    [InlineData(400, "TransactionInProgressException")]
    [InlineData(400, "LimitExceededException")]
    [InlineData(400, "ReplicatedWriteConflictException")]
    [InlineData(400, "RequestTimeout")]
    [InlineData(429, "Whatever")]
    [InlineData(500, "InternalServerError")]
    [InlineData(502, "BadGateway")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(504, "GatewayTimeout")]
    public async Task SendAsync_PassingError_IsRetried(int status, string code)
    {
        await using var service = new FakeService(Reply.Error(code, status), Reply.Error(code, status), Reply.Ok("{\"a\":1}"));
        using var transport = Transports.To(service);

        Assert.Equal("{\"a\":1}", await transport.SendAsync());
        Assert.Equal(3, service.Requests.Count);
        Assert.Equal(
            ["attempt=1; max=10", "attempt=2; max=10", "attempt=3; max=10"], service.Requests.Select(
                static r => r.Headers["amz-sdk-request"]));
        Assert.Single(service.Requests.Select(static r => r.Headers["amz-sdk-invocation-id"]).Distinct());
        Assert.All(service.Requests, static r => Assert.Equal(SentBody, r.Body));
    }

    private static readonly byte[] SentBody = """{"TableName":"t"}"""u8.ToArray();

    [Theory]
    [InlineData(400, "ConditionalCheckFailedException")]
    [InlineData(400, "ValidationException")]
    [InlineData(400, "ResourceNotFoundException")]
    [InlineData(400, "TransactionCanceledException")]
    [InlineData(400, "TransactionConflictException")]
    [InlineData(400, "AccessDeniedException")]
    [InlineData(400, "ItemCollectionSizeLimitExceededException")]
    [InlineData(403, "AccessDenied")]
    [InlineData(413, "RequestEntityTooLarge")]
    public async Task SendAsync_LastingError_IsNotRetried(int status, string code)
    {
        await using var service = new FakeService(Reply.Error(code, status));
        using var transport = Transports.To(service);

        var exception = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => transport.SendAsync());

        Assert.Equal(code, exception.ErrorCode);
        Assert.Single(service.Requests);
        Assert.Equal(500, transport.RetryTokens);
    }

    [Fact]
    public void Classify_ErrorsThatTheSdkMarksRetryable_AreRetried()
    {
        var retryable = typeof(AmazonDynamoDBException).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(AmazonDynamoDBException)))
            .Where(static type => ((AmazonServiceException)Activator.CreateInstance(type, "message")!).Retryable is not null)
            .ToList();

        Assert.Contains(typeof(ReplicatedWriteConflictException), retryable);
        Assert.All(retryable, static type => Assert.NotEqual(FailureKind.Permanent, Failures.Classify(400, type.Name)));
    }

    [Fact]
    public async Task SendAsync_ErrorThatDoesNotPass_IsThrownAfterTheLastAttempt()
    {
        await using var service = new FakeService(Reply.Error("ThrottlingException"));
        using var transport = Transports.To(service, static options => options.MaxAttempts = 4);

        await Assert.ThrowsAsync<ThrottlingException>(() => transport.SendAsync());

        Assert.Equal(4, service.Requests.Count);
        Assert.Equal(500 - (3 * 5), transport.RetryTokens);
    }

    [Fact]
    public async Task SendAsync_Waits_DoubleUpToTheCapWithFullJitter()
    {
        var clock = new TestClock();
        await using var service = new FakeService(Reply.Error("ThrottlingException"));
        using var transport = Transports.To(
            service,
            static options =>
            {
                options.MaxAttempts = 6;
                options.BaseDelay = TimeSpan.FromMilliseconds(100);
                options.MaxDelay = TimeSpan.FromMilliseconds(500);
                options.Jitter = static () => 0.5;
            },
            clock);

        await Assert.ThrowsAsync<ThrottlingException>(() => transport.SendAsync());

        Assert.Equal([50, 100, 200, 250, 250], clock.Waits.Select(static wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task SendAsync_EmptyBucket_FailsAtOnce()
    {
        await using var service = new FakeService(Reply.Error("InternalServerError", 500));
        using var transport = Transports.To(service, static options => options.RetryTokens = 12);

        await Assert.ThrowsAsync<InternalServerErrorException>(() => transport.SendAsync());
        Assert.Equal(3, service.Requests.Count);

        await Assert.ThrowsAsync<InternalServerErrorException>(() => transport.SendAsync());
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_SuccessAfterARetry_RefundsIt()
    {
        await using var service = new FakeService(
            Reply.Error("InternalServerError", 500), Reply.Error("InternalServerError", 500), Reply.Ok());
        using var transport = Transports.To(service);

        await transport.SendAsync();
        Assert.Equal(495, transport.RetryTokens);

        await transport.SendAsync();
        Assert.Equal(496, transport.RetryTokens);
    }

    [Fact]
    public async Task SendAsync_DroppedConnection_IsRetried()
    {
        await using var service = new FakeService(Reply.Dropped, Reply.Ok("{\"a\":1}"));
        using var transport = Transports.To(service);

        Assert.Equal("{\"a\":1}", await transport.SendAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_ConnectionLostInTheBody_IsRetried(bool chunked)
    {
        var whole = Reply.Ok(Reply.Filler(10_000)) with { IsChunked = chunked };
        await using var service = new FakeService(whole with { CutAt = 5_000 }, whole);
        using var transport = Transports.To(service);

        Assert.Equal(10_000, (await transport.SendAsync()).Length);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_WrongChecksum_IsRetriedAndThenNamed()
    {
        await using var service = new FakeService(Reply.Ok("{\"a\":1}") with { Checksum = 1 });
        using var transport = Transports.To(service, static options => options.MaxAttempts = 2);

        var exception = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Contains("checksum", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, exception.Attempts);
        Assert.Equal(DynamoOperation.GetItem, exception.Operation);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_DamagedCompression_IsRetried()
    {
        var good = Reply.Ok("{\"a\":1}").Gzipped();
        var bad = good with { Body = good.Body[..^12] };
        await using var service = new FakeService(bad, good);
        using var transport = Transports.To(service);

        Assert.Equal("{\"a\":1}", await transport.SendAsync());
    }

    [Fact]
    public async Task SendAsync_NobodyListening_IsANamedError()
    {
        // A socket that is bound keeps the port from others, and one that does not listen refuses connections.
        using var nobody = new Socket(SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var options = Transports.OptionsFor(new Uri($"http://{nobody.LocalEndPoint}"));
        options.MaxAttempts = 3;
        using var transport = new HttpTransport(options);

        var exception = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Equal(3, exception.Attempts);
        Assert.IsType<HttpRequestException>(exception.InnerException);
        Assert.IsAssignableFrom<AmazonClientException>(exception);
    }

    [Fact]
    public async Task SendAsync_ConnectionThatTakesTooLong_IsRetried()
    {
        await using var service = new FakeService(Reply.Ok("{\"a\":1}"));
        using var transport = SlowToConnect(service, slow: 2);

        Assert.Equal("{\"a\":1}", await transport.SendAsync());
    }

    /// <summary>
    /// A server that dies just after it has accepted a connection: .NET's client looks at the other end's address, and lets the error of
    /// the socket through as it is.
    /// </summary>
    [Fact]
    public async Task SendAsync_ConnectionsThatAreResetAtOnce_AreRetriedAndThenNamed()
    {
        await using var service = new FakeService(Reply.Ok("{\"a\":1}"));
        using var twice = Connecting(service, broken: 2, ResetAtOnceAsync);
        using var always = Connecting(service, broken: int.MaxValue, ResetAtOnceAsync, static options => options.MaxAttempts = 2);

        Assert.Equal("{\"a\":1}", await twice.SendAsync());
        var exception = await Assert.ThrowsAsync<TransportException>(() => always.SendAsync());

        Assert.Equal(2, exception.Attempts);
        Assert.IsType<SocketException>(exception.InnerException);
        Assert.Contains("got no answer from 127.0.0.1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_ConnectionsThatTakeTooLong_AreANamedError()
    {
        await using var service = new FakeService(Reply.Ok());
        using var transport = SlowToConnect(service, slow: int.MaxValue, static options => options.MaxAttempts = 2);

        var exception = await Assert.ThrowsAsync<TransportException>(() => transport.SendAsync());

        Assert.Equal(2, exception.Attempts);
        Assert.Contains("got no answer from 127.0.0.1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectTimeout", exception.Message, StringComparison.Ordinal);
        Assert.Equal(495, transport.RetryTokens);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_NoAnswerInTime_IsRetriedAndThenNamed(bool headersCome)
    {
        var never = new TaskCompletionSource().Task;
        await using var service = new FakeService(headersCome ? Reply.Ok() with { BodyUntil = never } : Reply.Ok() with { Until = never });
        using var transport = Transports.To(service, static options =>
        {
            options.AttemptTimeout = TimeSpan.FromMilliseconds(100);
            options.MaxAttempts = 2;
        });

        var exception = await Assert.ThrowsAsync<TransportTimeoutException>(() => transport.SendAsync());

        Assert.Equal(2, exception.Attempts);
        Assert.Equal(490, transport.RetryTokens);
    }

    [Fact]
    public async Task SendAsync_SlowAnswer_OnlyCostsOneAttempt()
    {
        var never = new TaskCompletionSource().Task;
        var clock = new TestClock();
        await using var service = new FakeService(request =>
        {
            if (request.Number > 1)
                return Reply.Ok("{\"a\":1}");
            clock.Advance(TimeSpan.FromHours(1));
            return Reply.Ok() with { Until = never };
        });
        using var transport = Transports.To(service, static options => options.AttemptTimeout = TimeSpan.FromHours(1), clock);

        Assert.Equal("{\"a\":1}", await transport.SendAsync());
        Assert.Equal(2, service.Requests.Count);
    }

    /// <summary>A transport whose first connections do not come about before .NET's HTTP handler gives them up.</summary>
    private static HttpTransport SlowToConnect(FakeService service, int slow, Action<HttpTransportOptions>? configure = null) =>
        Connecting(service, slow, static cancellationToken => NeverAsync(cancellationToken), options =>
        {
            options.ConnectTimeout = TimeSpan.FromMilliseconds(100);
            configure?.Invoke(options);
        });

    // The first connections are broken ones.
    private static HttpTransport Connecting(
        FakeService service, int broken, Func<CancellationToken, Task<Stream>> breaks, Action<HttpTransportOptions>? configure = null) =>
        Transports.To(service, options =>
        {
            options.ConfigureHandler = handler => handler.ConnectCallback = async (context, cancellationToken) =>
            {
                if (Interlocked.Decrement(ref broken) >= 0)
                    return await breaks(cancellationToken);

                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            };
            configure?.Invoke(options);
        });

    private static async Task<Stream> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return Stream.Null;
    }

    private static async Task<Stream> ResetAtOnceAsync(CancellationToken cancellationToken)
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(listener.LocalEndPoint!, cancellationToken);
        using (var accepted = await listener.AcceptAsync(cancellationToken))
            accepted.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Poll(TimeSpan.FromSeconds(10), SelectMode.SelectRead);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
