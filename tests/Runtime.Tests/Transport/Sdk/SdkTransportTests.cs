using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Sdk;
using NSubstitute;

namespace DynamoToolkit.Runtime.Tests.Transport.Sdk;

public sealed class SdkTransportTests
{
    [Fact]
    public async Task OrdinaryCalls_OnTheSameClient_WorkAsInTheSdk()
    {
        await using var service = new FakeService(Reply.Ok("""{"Item":{"a":{"S":"b"}}}"""));
        using var transport = new SdkTransport(Transports.SdkCredentials, Transports.SdkConfigFor(service.Address));

        var response = await transport.GetItemAsync("t", new() { ["pk"] = new("a") }, TestContext.Current.CancellationToken);

        Assert.Equal("b", response.Item["a"].S);
    }

    [Fact]
    public async Task SendAsync_Request_GoesThroughTheSdksHandlersAndEvents()
    {
        var seen = new List<string>();
        await using var service = new FakeService(Reply.Ok());
        using var transport = new SdkTransport(Transports.SdkCredentials, Transports.SdkConfigFor(service.Address));
        transport.BeforeRequestEvent += (_, _) => seen.Add("before");
        transport.AfterResponseEvent += (_, _) => seen.Add("after");

        await transport.SendAsync();

        Assert.Equal(["before", "after"], seen);
        Assert.Contains("aws-sdk-dotnet", service.Requests[0].Headers["User-Agent"], StringComparison.Ordinal);
        Assert.StartsWith("AWS4-HMAC-SHA256", service.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_CompressedOrChunkedAnswer_IsGivenPlain()
    {
        var answer = Reply.Filler(100_000);
        await using var service = new FakeService(Reply.Ok(answer) with { IsChunked = true }, Reply.Ok(answer).Gzipped());
        using var transport = new SdkTransport(Transports.SdkCredentials, Transports.SdkConfigFor(service.Address));

        Assert.Equal(answer, await transport.SendAsync());
        Assert.Equal(answer, await transport.SendAsync());
    }

    [Fact]
    public async Task SendAsync_BodyThatStalls_OnlyCostsOneAttempt()
    {
        await using var service = new FakeService(Reply.Ok() with { BodyUntil = new TaskCompletionSource().Task }, Reply.Ok("""{"a":1}"""));
        // More attempts than one, because on a busy machine a good answer may take longer, too.
        using var transport = Transports.Create(TransportKind.Sdk, service.Address, attempts: 10, TimeSpan.FromSeconds(0.3));

        Assert.Equal("""{"a":1}""", await transport.SendAsync());
    }

    [Theory]
    [InlineData(null, 3, null)]
    [InlineData(-0.001, 3, null)]
    [InlineData(2.0, 0, 22.0)]
    [InlineData(2.0, 3, 88.0)]
    [InlineData(2.0, int.MaxValue, int.MaxValue / 1000.0)]
    public void LongestCall_Settings_HaveTimeForAllAttemptsAndTheirWaits(double? timeout, int retries, double? expected)
    {
        var config = Substitute.For<IClientConfig>();
        config.Timeout.Returns(timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        config.MaxErrorRetry.Returns(retries);

        Assert.Equal(expected is { } longest ? TimeSpan.FromSeconds(longest) : Timeout.InfiniteTimeSpan, SdkCalls.LongestCall(config));
    }

    /// <summary>.NET's client does not wrap the error of a connection that is reset at once, and the SDK passes it on.</summary>
    [Fact]
    public void Translate_ErrorOfASocket_IsAFailureOfTheTransport()
    {
        var error = new SocketException((int)SocketError.NotConnected);

        var translated = SdkFailures.Translate(error, DynamoOperation.GetItem, CancellationToken.None);

        var failure = Assert.IsType<TransportException>(translated);
        Assert.Same(error, failure.InnerException);
        Assert.Equal(DynamoOperation.GetItem, failure.Operation);
    }

    [Fact]
    public async Task SendAsync_WithoutOurHandler_StillWorks()
    {
        await using var service = new FakeService(Reply.Ok("""{"a":1}"""), Reply.Error("ConditionalCheckFailedException"));
        using var transport = new StockPipelineTransport(service.Address);

        Assert.Equal("""{"a":1}""", await transport.SendAsync());
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => transport.SendAsync(Transports.Request(operation: DynamoOperation.PutItem)));
    }

    private sealed class StockPipelineTransport(Uri address) : SdkTransport(Transports.SdkCredentials, Transports.SdkConfigFor(address))
    {
        protected override void CustomizeRuntimePipeline(Amazon.Runtime.Internal.RuntimePipeline pipeline)
        {
            base.CustomizeRuntimePipeline(pipeline);
            pipeline.ReplaceHandler<RawBodyHandler>(new Amazon.Runtime.Internal.Unmarshaller(false));
        }
    }
}
