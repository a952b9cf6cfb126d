using System.Collections.Concurrent;
using DynamoToolkit.Protocol;
using DynamoToolkit.Streams.Delivery;
using DynamoToolkit.Streams.Leases;
using DynamoToolkit.Transport.Retries;
using DynamoToolkit.Transport.Telemetry;

namespace DynamoToolkit.Streams.Workers;

/// <summary>
/// One run of a consumer in this process: two loops, one of which renews leases, takes and hands over shards, while the other looks for new
/// shards; and a worker for each shard that this process has.
/// </summary>
/// <param name="prepared">What the workers share, without what only the start finds out.</param>
internal sealed class ConsumerRun(ConsumerContext prepared)
{
    private const string Starting = "starting";

    private static readonly TimeSpan StartOverlap = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, ShardWorker> workers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> problems = new(StringComparer.Ordinal);
    private readonly LeaseBook book = new(prepared.Leases.Worker, prepared.Options.LeaseDuration, prepared.Time);
    private ConsumerContext context = prepared;
    private volatile TaskCompletionSource wake = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The shards that this process has.</summary>
    public IEnumerable<ShardState> Shards => workers.Values.Select(static worker => worker.State);

    /// <summary>The time at which the leases were last read.</summary>
    public DateTimeOffset? LeasesReadAt { get; private set; }

    /// <summary>Why the start or the loops do not get on; null if they do.</summary>
    public string? Problem => problems.Values.FirstOrDefault();

    /// <summary>Runs until it is stopped. Then it waits for the calls of handlers that have begun, and gives its leases up.</summary>
    /// <exception cref="InvalidOperationException">The table has no stream, or one without both images.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before the service could be reached.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        await StartAsync(stop).ConfigureAwait(false);
        await Task.WhenAll(LeaseLoopAsync(stop), SyncLoopAsync(stop)).ConfigureAwait(false);
        await StopAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Finds out from when on changes are handled, creates the leases of the first shards, and lets the handlers begin. An error that
    /// passes must not end the program that runs the consumer; any other one, such as a table without a stream, is to be seen at once.
    /// </summary>
    private async Task StartAsync(CancellationToken stop)
    {
        DateTimeOffset? now = context.Options.StartFrom == StreamStart.Now ? context.Time.GetUtcNow() : null;
        var backoff = new Backoff(context.Table.Client);
        while (true)
        {
            try
            {
                var (since, ids) = await context.Leases.StartAsync(now, context.Delivery.HandlerNames, stop).ConfigureAwait(false);
                await context.Sync.RunAsync(stop).ConfigureAwait(false);
                await context.Delivery.BeginAsync(name => ids[name], stop).ConfigureAwait(false);

                // The times of records are rounded down, and the service's clock may differ from this one.
                context = context with { Since = since - StartOverlap };
                problems.TryRemove(Starting, out _);
                return;
            }
            catch (Exception error) when (Failures.IsPassing(error))
            {
                Note(Starting, error);
            }

            await backoff.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    private async Task LeaseLoopAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await TryAsync("taking leases", LeaseAsync, stop).ConfigureAwait(false);
            await WaitAsync(context.Options.LeaseInterval, stop).ConfigureAwait(false);
        }
    }

    private async Task SyncLoopAsync(CancellationToken stop)
    {
        // The first comparison was made at the start.
        while (!stop.IsCancellationRequested)
        {
            await DelayAsync(context.Options.ShardSyncInterval, stop).ConfigureAwait(false);
            await TryAsync("looking for shards", SyncAsync, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Takes a step of a loop. Whatever goes wrong, the loop goes on, and the health check shows it.</summary>
    private async Task TryAsync(string name, Func<CancellationToken, Task> step, CancellationToken stop)
    {
        try
        {
            await step(stop).ConfigureAwait(false);
            problems.TryRemove(name, out _);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The loop ends.
        }
        catch (Exception error)
        {
            Note(name, error);
        }
    }

    private void Note(string name, Exception error)
    {
        problems[name] = $"{name} failed with {CallScope.ErrorTypeOf(error)}";
        StreamLog.TaskFailed(context.Logger, error, context.Options.Name, name);
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        await context.Sync.RunAsync(cancellationToken).ConfigureAwait(false);
        await context.Parked.RefreshAsync(cancellationToken).ConfigureAwait(false);
        Wake();
    }

    /// <summary>Renews the leases of this process, finds which are lost or wanted, and takes free ones.</summary>
    private async Task LeaseAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(workers.Values.Select(worker => RenewAsync(worker, cancellationToken))).ConfigureAwait(false);
        var leases = await context.Leases.ReadLeasesAsync(cancellationToken).ConfigureAwait(false);
        LeasesReadAt = context.Time.GetUtcNow();
        HandOver(leases);

        // A stopping worker's lease is still held: it gives it up itself.
        var held = workers.Values.Select(static worker => worker.Lease.Token!).ToHashSet(StringComparer.Ordinal);
        var plan = book.Plan(leases, held);
        foreach (var lease in plan.Take)
        {
            if (workers.ContainsKey(lease.Sort))
                continue;
            if (await context.Leases.TakeAsync(lease, cancellationToken).ConfigureAwait(false) is { } taken)
                Start(taken);
        }

        if (plan.AskFor is { } wanted)
            await context.Leases.AskForAsync(wanted, cancellationToken).ConfigureAwait(false);
    }

    private async Task RenewAsync(ShardWorker worker, CancellationToken cancellationToken)
    {
        var sentAt = context.Time.GetTimestamp();
        if (await context.Leases.RenewAsync(worker.Lease, cancellationToken).ConfigureAwait(false))
            worker.Renewed(sentAt);
        else
            worker.Lose();
    }

    private void HandOver(List<LeaseItem> leases)
    {
        foreach (var lease in leases)
        {
            if (!workers.TryGetValue(lease.Sort, out var worker))
                continue;

            if (lease.Token == worker.Lease.Token)
            {
                if (lease.WantedBy is { } heir)
                    worker.Stop(heir);
            }
            else if (lease.Owner == context.Leases.Worker)
            {
                StreamLog.NameTaken(context.Logger, context.Options.Name, lease.ShardId!, context.Leases.Worker);
            }
        }
    }

    private void Start(LeaseItem lease)
    {
        var worker = new ShardWorker(context, lease);
        workers[lease.Sort] = worker;
        running[lease.Sort] = Task.Run(async () =>
        {
            try
            {
                await worker.RunAsync().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                // Others take the lease when its time is over.
                StreamLog.TaskFailed(context.Logger, error, context.Options.Name, $"reading the shard {lease.ShardId}");
            }

            workers.TryRemove(lease.Sort, out _);
            running.TryRemove(lease.Sort, out _);
            worker.Dispose();

            // The shards that continue this one are there now.
            Wake();
        });
    }

    private async Task StopAsync()
    {
        foreach (var worker in workers.Values)
            worker.Stop();

        var all = Task.WhenAll(running.Values);
        using var patience = new CancellationTokenSource(context.Options.ShutdownTimeout, context.Time);
        while (!all.IsCompleted && !patience.IsCancellationRequested)
        {
            // Leases must not run out while handlers finish.
            await Task.WhenAny(all, DelayAsync(context.Options.LeaseInterval, patience.Token)).ConfigureAwait(false);
            if (!all.IsCompleted)
                await RenewAllAsync(patience.Token).ConfigureAwait(false);
        }

        foreach (var worker in workers.Values)
            worker.Lose();
        await all.ConfigureAwait(false);
    }

    private async Task RenewAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(workers.Values.Select(worker => RenewAsync(worker, cancellationToken))).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            StreamLog.TaskFailed(context.Logger, error, context.Options.Name, "renewing leases");
        }
    }

    private void Wake() => wake.TrySetResult();

    private async Task WaitAsync(TimeSpan interval, CancellationToken stop)
    {
        var woken = wake.Task;
        await Task.WhenAny(woken, DelayAsync(interval, stop)).ConfigureAwait(false);
        if (woken.IsCompleted)
            wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task DelayAsync(TimeSpan interval, CancellationToken stop)
    {
        try
        {
            await Task.Delay(interval, context.Time, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop ends.
        }
    }
}
