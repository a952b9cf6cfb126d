using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Time.Testing;
using TrackingStore.Availability;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Availability;

/// <summary>What the server does with a store that fails or does not answer.</summary>
public sealed class GuardedTransportTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider time = new();
    private readonly FaultyTransport store = new();
    private readonly LogLines log = new();
    private readonly GuardedTransport guarded;

    public GuardedTransportTests() => guarded = new GuardedTransport(store, new Outage("DynamoDB", time, log), Limit, time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => guarded.Dispose();

    [Fact]
    public async Task DeadStore_IsAskedOnceASecond_AndUsedAgainWhenItAnswers()
    {
        store.ReadError = new TransportException("no connection");
        for (var i = 0; i < 100; i++) await Assert.ThrowsAsync<TransportException>(ReadAsync);
        Assert.Equal(Circuit.MaxFailures, store.Calls);

        for (var second = 1; second <= 20; second++)
        {
            time.Advance(Circuit.Pause);
            for (var i = 0; i < 10; i++) await Assert.ThrowsAsync<TransportException>(ReadAsync);
            Assert.Equal(Circuit.MaxFailures + second, store.Calls);
        }

        store.ReadError = null;
        await Assert.ThrowsAsync<TransportException>(ReadAsync);
        time.Advance(Circuit.Pause);
        for (var i = 0; i < 5; i++) await ReadAsync();
        Assert.Equal(
            [
                "Error DynamoDB does not work: no connection Until it does, requests that need it are answered with status 503",
                "Warning DynamoDB works again, after 21.0 s",
            ],
            log.Lines);
    }

    [Fact]
    public async Task StoreThatHangs_EndsACallAtTheLimit()
    {
        store.Hangs = true;
        var call = ReadAsync();
        time.Advance(Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var error = await Assert.ThrowsAsync<TransportTimeoutException>(() => call);
        Assert.Contains("did not answer in 10 s", error.Message, StringComparison.Ordinal);
        Assert.Single(log.Lines);
    }

    /// <summary>An error of the embedded store's files is one of the store. Above, it could be one of the artifacts.</summary>
    [Fact]
    public async Task StoreThatCannotUseItsFiles_DoesNotAnswer()
    {
        store.ReadError = new IOException("no disk");
        var error = await Assert.ThrowsAsync<TransportException>(ReadAsync);
        Assert.Contains("no disk", error.Message, StringComparison.Ordinal);
        Assert.Same(store.ReadError, error.InnerException);
        Assert.True(GuardedTransport.IsOutage(error));
        Assert.False(GuardedTransport.IsOutage(store.ReadError));
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task ClientThatLeaves_IsNotAnOutage()
    {
        store.Hangs = true;
        using var client = new CancellationTokenSource();
        var call = SendAsync(DynamoOperation.GetItem, client.Token);
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task StoreThatRefuses_Answers()
    {
        store.WriteError = new ConditionalCheckFailedException("no");
        for (var i = 0; i < 10; i++) await Assert.ThrowsAsync<ConditionalCheckFailedException>(WriteAsync);
        store.WriteError = new ProvisionedThroughputExceededException("slow down");
        for (var i = 0; i < 10; i++) await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(WriteAsync);
        Assert.Equal(20, store.Calls);
        Assert.Empty(log.Lines);
    }

    /// <summary>
    /// A full disk: reads go on, and the log is not filled by the two in turn. The worker that keeps summaries goes on to poll the stream.
    /// </summary>
    [Theory]
    [InlineData(DynamoOperation.GetItem)]
    [InlineData(DynamoOperation.Query)]
    [InlineData(DynamoOperation.ListStreams)]
    [InlineData(DynamoOperation.DescribeStream)]
    [InlineData(DynamoOperation.GetShardIterator)]
    [InlineData(DynamoOperation.GetRecords)]
    public async Task StoreThatTakesNoWrites_StillReads(DynamoOperation read)
    {
        store.WriteError = new InternalServerErrorException("the disk is full");
        for (var i = 0; i < 50; i++)
        {
            await Assert.ThrowsAnyAsync<Exception>(WriteAsync);
            await SendAsync(read, Ct);
        }

        Assert.Equal(Circuit.MaxFailures + 50, store.Calls);
        Assert.True(guarded.AreWritesFailing);
        store.WriteError = null;
        time.Advance(Circuit.Pause);
        await WriteAsync();
        Assert.False(guarded.AreWritesFailing);
        Assert.Equal(2, log.Lines.Count);
    }

    /// <summary>A call that began before the outage and ends in it does not end it.</summary>
    [Fact]
    public void LateSuccess_DoesNotEndAnOutage()
    {
        var outage = new Outage("DynamoDB", time, log);
        var before = time.GetTimestamp();
        time.Advance(TimeSpan.FromSeconds(1));
        outage.Failed("x");
        outage.Succeeded(before);
        Assert.True(outage.IsOngoing);
        time.Advance(TimeSpan.FromSeconds(1));
        outage.Succeeded(time.GetTimestamp());
        Assert.False(outage.IsOngoing);
    }

    /// <summary>MLflow's clients try seven times: those that wait as they are told get over an outage of a minute and more.</summary>
    [Fact]
    public async Task Waits_GrowWithTheOutage()
    {
        store.ReadError = new TransportException("no connection");
        var total = TimeSpan.Zero;
        for (var tries = 0; tries < 7; tries++)
        {
            await Assert.ThrowsAsync<TransportException>(ReadAsync);
            Assert.InRange(guarded.RetryAfter, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));
            total += guarded.RetryAfter;
            time.Advance(guarded.RetryAfter);
        }

        Assert.True(total > TimeSpan.FromSeconds(60), $"{total}");
    }

    private Task ReadAsync() => SendAsync(DynamoOperation.GetItem, Ct);

    private Task WriteAsync() => SendAsync(DynamoOperation.PutItem, Ct);

    private async Task SendAsync(DynamoOperation operation, CancellationToken cancellationToken)
    {
        using var answer = await guarded.SendAsync(new DynamoRequest(operation, "{}"u8.ToArray(), "t"), cancellationToken);
    }
}
