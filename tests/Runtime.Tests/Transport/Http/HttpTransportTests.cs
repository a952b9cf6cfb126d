using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Http;

public sealed class HttpTransportTests
{
    [Fact]
    public async Task SendAsync_Request_ArrivesAsDynamoDbsProtocolWantsIt()
    {
        await using var service = new FakeService(Reply.Ok());
        using var transport = Transports.To(service, static options => options.ApplicationId = "my app");

        await transport.SendAsync(Transports.Request("""{"TableName":"é"}""", DynamoOperation.PutItem));

        var request = Assert.Single(service.Requests);
        Assert.Equal("POST / HTTP/1.1", request.StartLine);
        Assert.Equal("""{"TableName":"é"}""", Encoding.UTF8.GetString(request.Body));
        Assert.Equal("DynamoDB_20120810.PutItem", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Equal("attempt=1; max=10", request.Headers["amz-sdk-request"]);
        Assert.True(Guid.TryParse(request.Headers["amz-sdk-invocation-id"], out _));
        Assert.Matches("^DynamoToolkit/[0-9.]+ .* app/my-app$", request.Headers["User-Agent"]);
        Assert.Equal($"127.0.0.1:{service.Address.Port}", request.Headers["Host"]);
        Assert.DoesNotContain("Accept-Encoding", request.Headers.Keys);
        Assert.DoesNotContain("traceparent", request.Headers.Keys);
        Assert.DoesNotContain("Transfer-Encoding", request.Headers.Keys);
    }

    [Fact]
    public async Task SendAsync_Answer_IsGivenByteForByte()
    {
        var answer = $$"""{"Item":{"s":{"S":"{{new string('é', 200_000)}}"} } }""";
        await using var service = new FakeService(Reply.Ok(answer));
        using var transport = Transports.To(service);

        Assert.Equal(answer, await transport.SendAsync());
    }

    [Fact]
    public async Task SendAsync_ChunkedAnswer_IsReadToItsEnd()
    {
        var answer = Reply.Filler(50_000);
        await using var service = new FakeService(Reply.Ok(answer) with { IsChunked = true });
        using var transport = Transports.To(service);

        Assert.Equal(answer, await transport.SendAsync());
        Assert.Equal(answer, await transport.SendAsync());
        Assert.Equal(1, service.Connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SendAsync_CompressedAnswer_IsDecompressed(bool chunked)
    {
        var answer = Reply.Filler(100_000);
        await using var service = new FakeService(Reply.Ok(answer).Gzipped() with { IsChunked = chunked });
        using var transport = Transports.To(service, static options => options.AcceptGzip = true);

        Assert.Equal(answer, await transport.SendAsync());
        Assert.Equal("gzip", service.Requests[0].Headers["Accept-Encoding"]);
    }

    [Fact]
    public async Task SendAsync_OneAfterTheOther_UseOneConnection()
    {
        await using var service = new FakeService(Reply.Ok(), Reply.Error("ValidationException"), Reply.Ok());
        using var transport = Transports.To(service);

        await transport.SendAsync();
        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => transport.SendAsync());
        await transport.SendAsync();

        Assert.Equal(1, service.Connections);
    }

    [Fact]
    public async Task SendAsync_ManyAtOnce_GetEachTheirOwnAnswer()
    {
        await using var service = new FakeService(static request => Reply.Ok(Encoding.UTF8.GetString(request.Body)));
        using var transport = Transports.To(service, static options => options.MaxConnections = 8);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            var body = $$"""{"n":{{number}}}""";
            Assert.Equal(body, await transport.SendAsync(Transports.Request(body)));
        }));

        Assert.InRange(service.Connections, 1, 8);
    }

    [Fact]
    public async Task SendAsync_ServiceError_IsTheSdksException()
    {
        await using var service = new FakeService(Reply.Error("ConditionalCheckFailedException"));
        using var transport = Transports.To(service);

        var exception = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => transport.SendAsync());

        Assert.Equal("REQUEST-1", exception.RequestId);
        Assert.Equal("ConditionalCheckFailedException", exception.ErrorCode);
    }

    [Fact]
    public async Task SendAsync_Redirect_IsNotFollowed()
    {
        await using var service = new FakeService(new Reply { Status = 307 }.WithHeader("Location", "http://127.0.0.1:1/"));
        using var transport = Transports.To(service);

        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => transport.SendAsync());
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task SendAsync_AfterDispose_Throws()
    {
        await using var service = new FakeService(Reply.Ok());
        var transport = Transports.To(service);
        transport.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => transport.SendAsync());
    }

    [Fact]
    public void Options_OfConnections_ReachTheHandler()
    {
        SocketsHttpHandler? handler = null;
        using var transport = new HttpTransport(new HttpTransportOptions
        {
            ConnectTimeout = TimeSpan.FromSeconds(4),
            PooledConnectionLifetime = TimeSpan.FromMinutes(7),
            MaxConnections = 9,
            UseProxy = true,
            ConfigureHandler = made => handler = made,
        });

        Assert.Equal(TimeSpan.FromSeconds(4), handler!.ConnectTimeout);
        Assert.Equal(TimeSpan.FromMinutes(7), handler.PooledConnectionLifetime);
        Assert.Equal(9, handler.MaxConnectionsPerServer);
        Assert.True(handler.UseProxy);
    }

    [Fact]
    public void Options_OfConnections_HaveTheDefaultsOfTheDocumentation()
    {
        SocketsHttpHandler? handler = null;
        using var transport = new HttpTransport(new HttpTransportOptions { ConfigureHandler = made => handler = made });

        Assert.Equal(TimeSpan.FromSeconds(3), handler!.ConnectTimeout);
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.Equal(int.MaxValue, handler.MaxConnectionsPerServer);
        Assert.False(handler.UseProxy);
    }

    [Fact]
    public void Options_ThatMakeNoSense_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new HttpTransport(new() { MaxAttempts = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new HttpTransport(new() { AttemptTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new HttpTransport(new() { RetryTokens = -1 }));
        Assert.Throws<ArgumentException>(static () => new HttpTransport(new() { ServiceEndpoint = new Uri("ftp://host") }));
        Assert.Throws<ArgumentException>(static () => new HttpTransport(new() { ServiceEndpoint = new Uri("http://host/?a=b") }));
    }
}
