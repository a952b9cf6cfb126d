using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>
/// A shard whose parent no description names: it waits for one that is there, and not for one that is gone. Each shard has another change
/// of the same item.
/// </summary>
public sealed class ListingTests : StreamTests
{
    private static readonly TimeSpan ShardTime = TimeSpan.FromHours(4.5);

    private readonly Recorder<Metric> metrics = new();

    private IEnumerable<double> Values => metrics.Changes.Select(static change => change.New!.Value);

    [Fact]
    public async Task ShardWhoseParentIsListedLate_Waits()
    {
        await WriteTwoShardsAsync();
        var listing = await HideFirstShardAsync();
        await CheckThatAllWaitAsync(listing, changes: 2);
        Assert.Equal([1, 2], Values);
    }

    [Fact]
    public async Task NewerStream_Waits_WhileAShardOfAnOlderOneWaits()
    {
        await WriteTwoShardsAsync();
        await RestartStreamAsync();
        await Metrics.PutAsync(MetricOf(1, 3), Ct);
        var listing = await HideFirstShardAsync();
        await CheckThatAllWaitAsync(listing, changes: 3);
        Assert.Equal([1, 2, 3], Values);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ShardWhoseParentIsGone_StartsAtOnce(bool isTrimmed)
    {
        await WriteTwoShardsAsync();
        var listing = await HideFirstShardAsync(gone: isTrimmed
            ? new AmazonDynamoDBException("Trimmed.") { ErrorCode = "TrimmedDataAccessException" }
            : new ResourceNotFoundException("Unknown."));
        await RunUntilAsync(Consumer(listing), () => metrics.Changes.Count == 1);
        Assert.Equal([2], Values);
        Assert.Equal(1, listing.Asked);
    }

    [Fact]
    public async Task ShardWhoseParentStaysUnlisted_StartsAfterHalfAnHour()
    {
        await WriteTwoShardsAsync();
        var listing = await HideFirstShardAsync();
        var begun = Clock.GetUtcNow();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(Consumer(listing), stop.Token);
        await UntilAsync(() => listing.Asked == 1);

        // It asks every five seconds.
        await StepAsync(TimeSpan.FromMinutes(25));
        for (var round = 0; round < 4; round++)
        {
            var asked = listing.Asked;
            await StepAsync(TimeSpan.FromSeconds(6));
            await AtOnceAsync(() => listing.Asked > asked);
        }

        Assert.InRange(Clock.GetUtcNow() - begun, TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(30));
        Assert.Empty(metrics.Changes);

        await StepAsync(TimeSpan.FromMinutes(5));
        await UntilAsync(() => metrics.Changes.Count == 1);
        Assert.Equal([2], Values);

        // What comes too late is handled all the same.
        listing.Unlisted = null;
        await UntilAsync(() => metrics.Changes.Count == 2);
        Assert.Equal([2, 1], Values);
        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        await running;
    }

    /// <summary>Runs a consumer, which handles nothing until the hidden shard is listed.</summary>
    private Task CheckThatAllWaitAsync(LateListing listing, int changes) => RunUntilAsync(Consumer(listing), () =>
    {
        // It asks at the start, and whenever it compares the shards.
        if (listing is { Unlisted: not null, Asked: > 3 })
        {
            Assert.Empty(metrics.Changes);
            listing.Unlisted = null;
        }

        return metrics.Changes.Count == changes;
    });

    private async Task WriteTwoShardsAsync()
    {
        await Metrics.PutAsync(MetricOf(1, 1), Ct);
        Clock.Advance(ShardTime);
        await Metrics.PutAsync(MetricOf(1, 2), Ct);
    }

    private async Task<LateListing> HideFirstShardAsync(Exception? gone = null)
    {
        using var streams = await AskAsync("ListStreams", """{"TableName":"tracking"}""");
        var arns = streams.RootElement.GetProperty("Streams").EnumerateArray()
            .Select(static stream => stream.GetProperty("StreamArn").GetString()!);
        using var oldest = await AskAsync("DescribeStream", $$"""{"StreamArn":"{{arns.Min(StringComparer.Ordinal)}}"}""");
        var shards = oldest.RootElement.GetProperty("StreamDescription").GetProperty("Shards");
        Assert.Equal(2, shards.GetArrayLength());
        return new LateListing(new Undisposed(Engine)) { Unlisted = shards[0].GetProperty("ShardId").GetString(), Gone = gone };
    }

    private StreamConsumer Consumer(LateListing listing) =>
        StreamConsumer.For<Metric>(ClientOver(listing), new() { ShardSyncInterval = TimeSpan.FromSeconds(5) }).AddHandler(metrics);
}
