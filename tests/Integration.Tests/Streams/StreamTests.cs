using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>A table with a stream, whose shards split when a test wants it, and a clock that goes on while a test waits.</summary>
public abstract class StreamTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 8, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private const int MaxSteps = 20_000;

    private readonly List<IDisposable> clients = [];
    private readonly List<(StreamConsumer Consumer, Func<bool> IsStopping)> watched = [];

    private protected StreamTests()
    {
        Engine = LocalDynamo.InMemory(new() { TimeProvider = Clock, ExpiryInterval = Timeout.InfiniteTimeSpan });
        Shards = new SplittingStream(Engine);
        Db = ClientOver(Shards);
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected LocalDynamo Engine { get; }

    private protected PacedClock Clock { get; } = new(Start);

    private protected SplittingStream Shards { get; }

    private protected DynamoClient Db { get; }

    private protected DynamoTable<Metric> Metrics => Db.Table<Metric>();

    private protected DynamoTable<Run> Runs => Db.Table<Run>();

    public virtual async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>()).WithStream(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
    }

    public ValueTask DisposeAsync()
    {
        clients.ForEach(static client => client.Dispose());
        Engine.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected DynamoClient ClientOver(IDynamoTransport transport)
    {
        var client = new DynamoClient(transport, new DynamoClientOptions { TimeProvider = Clock });
        clients.Add(client);
        return client;
    }

    private protected static Metric MetricOf(int name, double value = 0, string run = "1") =>
        new() { RunId = run, Name = $"m{name}", Step = 1, Value = value };

    /// <summary>Runs a consumer until a condition holds, and then stops it.</summary>
    private protected async Task RunUntilAsync(StreamConsumer consumer, Func<bool> holds)
    {
        using var stop = new CancellationTokenSource();
        var running = RunAsync(consumer, stop.Token);
        await UntilAsync(() => holds() || running.IsFaulted);
        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        await running;
    }

    /// <summary>Runs a consumer until it is stopped. The clock does not leave it behind.</summary>
    private protected Task RunAsync(StreamConsumer consumer, CancellationToken stop)
    {
        Watch(consumer, () => stop.IsCancellationRequested);
        return consumer.RunAsync(stop);
    }

    /// <summary>Has the clock wait for a consumer that is behind.</summary>
    private protected void Watch(StreamConsumer consumer, Func<bool> isStopping) => watched.Add((consumer, isStopping));

    /// <summary>Waits until a condition holds. The clock stands: what the condition waits for takes no time.</summary>
    private protected static async Task AtOnceAsync(Func<bool> holds)
    {
        for (var since = Stopwatch.StartNew(); !holds();)
        {
            Assert.True(since.Elapsed < Patience, "The condition does not come true at once.");
            await Task.Delay(1, Ct);
        }
    }

    /// <summary>Lets the clock go on until a condition holds.</summary>
    private protected async Task UntilAsync(Func<bool> holds)
    {
        for (var step = 0; !holds(); step++)
        {
            Assert.True(step < MaxSteps, "The condition does not come true.");
            await StepAsync(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Moves the clock, and lets others work.</summary>
    private protected async Task StepAsync(TimeSpan time)
    {
        // A consumer whose request for leases fails, too, waits for the next time, so nobody is behind for long.
        for (var since = Stopwatch.StartNew(); IsAnyBehind() && since.Elapsed < Patience;)
            await Task.Delay(1, Ct);
        Clock.Advance(time);
        await Task.Delay(1, Ct);
    }

    private bool IsAnyBehind() => Clock.Waiting < watched.Count(
        static one => !one.IsStopping() && one.Consumer.Status is { IsRunning: true, LeasesReadAt: not null });

    /// <summary>Disables the table's stream, and enables another one.</summary>
    private protected async Task RestartStreamAsync()
    {
        await EnableStreamAsync(false);
        await EnableStreamAsync(true);
    }

    /// <summary>Enables or disables a table's stream. The clock moves first, so that each stream has another label.</summary>
    private protected async Task EnableStreamAsync(bool isEnabled, string table = "tracking")
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var stream = isEnabled ? "true,\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"" : "false";
        using var changed = await AskAsync(
            "UpdateTable", $$"""{"TableName":"{{table}}","StreamSpecification":{"StreamEnabled":{{stream}}} }""");
    }

    /// <summary>The event with all records of a table's stream, as a function gets it.</summary>
    private protected async Task<byte[]> EventAsync(string table = "tracking")
    {
        using var streams = await AskAsync("ListStreams", $$"""{"TableName":"{{table}}"}""");
        var arn = streams.RootElement.GetProperty("Streams")[0].GetProperty("StreamArn");
        using var stream = await AskAsync("DescribeStream", $$"""{"StreamArn":"{{arn}}"}""");
        var shard = stream.RootElement.GetProperty("StreamDescription").GetProperty("Shards")[0].GetProperty("ShardId");
        using var iterator = await AskAsync(
            "GetShardIterator", $$"""{"StreamArn":"{{arn}}","ShardId":"{{shard}}","ShardIteratorType":"TRIM_HORIZON"}""");
        using var records = await AskAsync(
            "GetRecords", $$"""{"ShardIterator":"{{iterator.RootElement.GetProperty("ShardIterator")}}"}""");
        return Encoding.UTF8.GetBytes(records.RootElement.GetRawText());
    }

    /// <summary>Executes a request that is text.</summary>
    private protected async Task<JsonDocument> AskAsync(string operation, string body)
    {
        var response = await Engine.ExecuteAsync(operation, Encoding.UTF8.GetBytes(body), Ct);
        using var content = response.Body;
        Assert.True(response.IsSuccess);
        return JsonDocument.Parse(content.WrittenSpan.ToArray());
    }
}
