using DynamoToolkit.Streams.Delivery;
using DynamoToolkit.Streams.Leases;
using DynamoToolkit.Streams.Records;
using DynamoToolkit.Transport.Telemetry;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Streams.Workers;

/// <summary>Reads and handles one shard as long as this worker has its lease.</summary>
internal sealed class ShardWorker : IDisposable
{
    private static readonly TimeSpan FirstIdle = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FirstChildWait = TimeSpan.FromMilliseconds(50);
    private const int ChildAttempts = 10;

    /// <summary>
    /// How old a lease without a position may get. The service deletes changes after 24 hours, and reports it only to those who ask for
    /// what follows a change. The oldest change was written shortly before the lease.
    /// </summary>
    private static readonly TimeSpan UnreadTime = TimeSpan.FromHours(23);

    /// <summary>How often a worker notes that it still reads a shard that has no position yet.</summary>
    private static readonly TimeSpan UnreadInterval = TimeSpan.FromHours(1);

    private readonly ConsumerContext context;
    private readonly LeaseItem lease;
    private readonly ShardReader reader;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost;
    private readonly Lock gate = new();
    private bool isDisposed;
    private string? heir;
    private SequenceNumber finished;
    private SequenceNumber written;
    private long writtenAt;
    private TimeSpan idle = FirstIdle;
    private DateTimeOffset notedAt;
    private bool hasGap;
    private bool isMissNoted;

    public ShardWorker(ConsumerContext context, LeaseItem lease)
    {
        this.context = context;
        this.lease = lease;
        logger = context.Logger;
        reader = new ShardReader(context.Table, lease.Arn!, lease.ShardId!, context.Options.PageSize);
        State = new ShardState(lease.ShardId!);

        // If the lease is not renewed in time, others take it, whatever this process is busy with.
        lost = new CancellationTokenSource(context.Options.LeaseDuration, context.Time);
        if (lease.Checkpoint is { } checkpoint)
            finished = written = reader.Position = SequenceNumber.Parse(checkpoint);
        notedAt = lease.Time ?? default;
        hasGap = lease.HasGap || (lease.Checkpoint is null && context.Time.GetUtcNow() - lease.Time > UnreadTime);
        writtenAt = context.Time.GetTimestamp();
    }

    public LeaseItem Lease => lease;

    public ShardState State { get; }

    private bool IsLost => lost.IsCancellationRequested;

    /// <summary>Runs until the shard ends, the lease is lost, or the worker is stopped.</summary>
    public async Task RunAsync()
    {
        StreamLog.Began(logger, context.Options.Name, lease.ShardId!, finished.ToString());
        try
        {
            if (await ReadAllAsync().ConfigureAwait(false))
                return;
        }
        catch (Exception) when (IsLost)
        {
            // Whatever it was doing, the worker that has the lease now does it again.
            StreamLog.LeaseLost(logger, context.Options.Name, lease.ShardId!);
            return;
        }

        if (!IsLost)
            await ReleaseAsync().ConfigureAwait(false);
    }

    /// <summary>Ends after the calls of handlers that have begun, and gives the lease up.</summary>
    /// <param name="wantedBy">The worker that asked for the lease; null if anyone may take it.</param>
    public void Stop(string? wantedBy = null)
    {
        lock (gate)
        {
            heir ??= wantedBy;
            if (!isDisposed)
                stop.Cancel();
        }
    }

    /// <summary>Ends at once, without another write of the lease.</summary>
    public void Lose()
    {
        lock (gate)
        {
            if (!isDisposed)
                lost.Cancel();
        }
    }

    /// <summary>Notes that the lease was renewed at a time.</summary>
    public void Renewed(long sentAt)
    {
        var rest = context.Options.LeaseDuration - context.Time.GetElapsedTime(sentAt);
        lock (gate)
        {
            if (rest > TimeSpan.Zero && !isDisposed && !IsLost)
                lost.CancelAfter(rest);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            stop.Dispose();
            lost.Dispose();
        }
    }

    /// <returns>Whether the shard is finished, or the lease is lost.</returns>
    private async Task<bool> ReadAllAsync()
    {
        var knowsParked = false;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!knowsParked)
                    await context.Parked.LoadAsync(lost.Token).ConfigureAwait(false);
                knowsParked = true;
                if (await ReadOrSkipAsync().ConfigureAwait(false))
                    return await EndAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OperationCanceledException || !lost.IsCancellationRequested)
            {
                // The transport has given up; the shard continues more slowly.
                State.ReadProblem = $"it cannot be read: {CallScope.ErrorTypeOf(error)}";
                StreamLog.ReadFailed(logger, context.Options.Name, lease.ShardId!, CallScope.ErrorTypeOf(error));
                await WaitAsync(context.Options.PollInterval).ConfigureAwait(false);
            }
        }

        return false;
    }

    /// <returns>Whether the shard ends.</returns>
    private async Task<bool> ReadOrSkipAsync()
    {
        if (hasGap)
            return await EndAfterTrimAsync(isShardGone: false).ConfigureAwait(false);
        try
        {
            return await ReadPageAsync().ConfigureAwait(false);
        }
        catch (TrimmedDataException trimmed)
        {
            return await EndAfterTrimAsync(trimmed.IsShardGone).ConfigureAwait(false);
        }
    }

    /// <returns>Whether the shard has ended and all of it is handled.</returns>
    private async Task<bool> ReadPageAsync()
    {
        using var page = await reader.ReadAsync(lost.Token).ConfigureAwait(false);
        var all = StreamRecord.ReadPage(page.WrittenMemory, context.Model, out var next);
        State.ReadProblem = null;
        State.IsTrimmed = isMissNoted = false;
        if (all.Count > 0)
        {
            if (!await DeliverAsync(all).ConfigureAwait(false))
                return false;
            reader.Position = all[^1].Sequence;
            idle = FirstIdle;
        }
        else
        {
            await CheckpointAsync(isDue: true).ConfigureAwait(false);
            if (written.IsNone && context.Time.GetUtcNow() - notedAt > UnreadInterval)
                await WritePositionAsync(written).ConfigureAwait(false);
            State.Oldest = null;
        }

        reader.Continue(next);
        if (next is null)
            return !IsLost && !stop.IsCancellationRequested;
        if (all.Count == 0)
        {
            // A page may be empty although more follow, so the first waits are short.
            await WaitAsync(idle).ConfigureAwait(false);
            idle = idle * 2 < context.Options.PollInterval ? idle * 2 : context.Options.PollInterval;
        }

        return false;
    }

    /// <returns>Whether all records are handled; otherwise the worker stops.</returns>
    private async Task<bool> DeliverAsync(List<StreamRecord> all)
    {
        List<StreamRecord> records = context.Since is { } since ? [.. all.Where(record => record.CreatedAt >= since)] : all;
        var progress = new DeliveryProgress(records.Count);
        State.Page = progress;
        State.Oldest = records.Count > 0 ? records[0].CreatedAt : all[^1].CreatedAt;
        try
        {
            await context.Delivery.DeliverAsync(records, progress, stop.Token, lost.Token).ConfigureAwait(false);
        }
        finally
        {
            if (progress.Left == 0)
                Finish(all[^1].Sequence);
            else if (progress.FinishedInOrder is > 0 and var count)
                Finish(records[count - 1].Sequence);
            State.Page = null;
        }

        await CheckpointAsync(isDue: false).ConfigureAwait(false);
        return progress.Left == 0;
    }

    // A page that failed is handled again from its beginning, and must not move the position back.
    private void Finish(SequenceNumber position) => finished = position > finished ? position : finished;

    private async Task CheckpointAsync(bool isDue)
    {
        if (finished == written || (!isDue && context.Time.GetElapsedTime(writtenAt) < context.Options.CheckpointInterval))
            return;
        await WritePositionAsync(finished).ConfigureAwait(false);
    }

    private async Task WritePositionAsync(SequenceNumber position)
    {
        var sentAt = context.Time.GetTimestamp();
        var now = context.Time.GetUtcNow();
        if (!await context.Leases.CheckpointAsync(lease, position, now, lost.Token).ConfigureAwait(false))
        {
            Lose();
            lost.Token.ThrowIfCancellationRequested();
        }

        Renewed(sentAt);
        written = position;
        notedAt = now;
        writtenAt = context.Time.GetTimestamp();
    }

    /// <summary>
    /// Ends a shard, all of whose changes are handled. So its children may begin as soon as they have leases, before the shard is noted as
    /// finished: the note only says that nobody has to read the shard again.
    /// </summary>
    /// <returns>False if the worker was stopped before the shard was noted as finished: the next worker does it.</returns>
    private async Task<bool> EndAsync()
    {
        State.Oldest = null;
        await CheckpointAsync(isDue: true).ConfigureAwait(false);
        await StartChildrenAsync().ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (await context.Leases.FinishAsync(lease, context.Time.GetUtcNow(), lost.Token).ConfigureAwait(false))
                    StreamLog.Finished(logger, context.Options.Name, lease.ShardId!);
                else
                    Lose();
                return true;
            }
            catch (Exception error) when (!IsLost)
            {
                StreamLog.ReadFailed(logger, context.Options.Name, lease.ShardId!, CallScope.ErrorTypeOf(error));
            }

            // A worker that is to stop does not wait, and so it must not try again either.
            if (stop.IsCancellationRequested)
                return false;
            await WaitAsync(context.Options.PollInterval).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Children may not be visible yet at the end of their parent. If they stay so for long, the periodic comparison of all shards finds
    /// them.
    /// </summary>
    private async Task StartChildrenAsync()
    {
        var wait = FirstChildWait;
        for (var attempt = 1; attempt <= ChildAttempts && !stop.IsCancellationRequested; attempt++)
        {
            try
            {
                if (await context.Sync.StartChildrenAsync(lease, lost.Token).ConfigureAwait(false))
                    return;
            }
            catch (Exception error) when (!IsLost)
            {
                StreamLog.ReadFailed(logger, context.Options.Name, lease.ShardId!, CallScope.ErrorTypeOf(error));
            }

            await WaitAsync(wait).ConfigureAwait(false);
            wait = wait * 2 < context.Options.PollInterval ? wait * 2 : context.Options.PollInterval;
        }
    }

    /// <returns>Whether the shard ends, because it does not exist any more.</returns>
    private async Task<bool> EndAfterTrimAsync(bool isShardGone)
    {
        var skips = context.Options.OnTrimmedData == TrimmedDataPolicy.SkipToOldest;
        if (!State.IsTrimmed)
        {
            context.Meter.Trimmed();
            if (!skips)
                StreamLog.TrimmedAndWaiting(logger, context.Options.Name, lease.ShardId!);
        }

        // Nobody may rely on what the handlers keep, from now on. If this process dies before it goes on, the next one notes it again.
        State.IsTrimmed = true;
        if (skips || !isMissNoted)
            await context.Delivery.MissAsync(lost.Token).ConfigureAwait(false);
        isMissNoted = true;
        if (skips)
        {
            StreamLog.TrimmedAndSkipped(logger, context.Options.Name, lease.ShardId!);
            finished = default;
            await WritePositionAsync(finished).ConfigureAwait(false);
            reader.SkipToOldest();
            hasGap = false;
            return isShardGone;
        }

        await WaitAsync(context.Options.ShardSyncInterval).ConfigureAwait(false);
        return false;
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await CheckpointAsync(isDue: true).ConfigureAwait(false);
            await context.Leases.ReleaseAsync(lease, heir, lost.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Then others take the lease when its time is over.
            StreamLog.ReadFailed(logger, context.Options.Name, lease.ShardId!, CallScope.ErrorTypeOf(error));
        }
    }

    /// <summary>Waits, unless the worker is stopped.</summary>
    private async Task WaitAsync(TimeSpan wait)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, lost.Token);
        try
        {
            await Task.Delay(wait, context.Time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lost.Token.ThrowIfCancellationRequested();
        }
    }
}
