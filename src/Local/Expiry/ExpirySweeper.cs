using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expiry;

/// <summary>
/// Deletes expired items at regular intervals, some time after they have expired, as the service does, and the records of streams that are
/// too old.
/// </summary>
internal sealed class ExpirySweeper : IDisposable
{
    // The service keeps an item whose expiry time is more than five years ago.
    private const int MaxYearsAgo = 5;
    private const int MaxPerWrite = 1000;
    private readonly Store store;
    private readonly TimeProvider time;
    private readonly TimeSpan delay;
    private readonly ITimer? timer;

    /// <summary>Starts to delete expired items.</summary>
    /// <param name="store">The tables.</param>
    /// <param name="time">The clock.</param>
    /// <param name="delay">How long an item lives after its expiry time.</param>
    /// <param name="interval">The time between two rounds; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    public ExpirySweeper(Store store, TimeProvider time, TimeSpan delay, TimeSpan interval)
    {
        this.store = store;
        this.time = time;
        this.delay = delay;
        if (interval == Timeout.InfiniteTimeSpan)
            return;

        // The reference is weak, so that an engine which is neither disposed nor used can be collected.
        timer = time.CreateTimer(SweepTarget, new WeakReference<ExpirySweeper>(this), interval, interval);
    }

    /// <summary>Deletes the items that have expired.</summary>
    /// <returns>The number of deleted items.</returns>
    public int Sweep()
    {
        var deleted = 0;
        foreach (var table in store.Current.Tables)
        {
            if (table.Schema.ExpiryAttribute is null)
                continue;

            int round;
            do
            {
                round = Sweep(table.Schema.Name);
                deleted += round;
            }
            while (round == MaxPerWrite);
        }

        if (!ReferenceEquals(store.Current.Streams.Trim(time.GetUtcNow()), store.Current.Streams))
            store.Write(static batch => batch.TrimStreams());
        return deleted;
    }

    public void Dispose() => timer?.Dispose();

    private static void SweepTarget(object? state)
    {
        if (!((WeakReference<ExpirySweeper>)state!).TryGetTarget(out var sweeper))
            return;

        try
        {
            sweeper.Sweep();
        }
        catch (DynamoError)
        {
            // The log has failed. Every request reports that; the timer has no one to report to.
        }
    }

    private int Sweep(string name)
    {
        if (Expired(store.Current, name, out _).Count == 0)
            return 0;

        var deleted = 0;
        store.Write(batch =>
        {
            foreach (var item in Expired(batch.Catalog, name, out var table))
            {
                var key = table!.KeyOf(item);
                batch.Delete(batch.Catalog.Table(name), key, item, byService: true);
                deleted++;
            }
        });
        return deleted;
    }

    private List<MapValue> Expired(Catalog catalog, string name, out Table? table)
    {
        var expired = new List<MapValue>();
        table = catalog.Tables.Find(name);
        var index = table?.Indexes.FirstOrDefault(static index => index.Kind == SecondaryIndexKind.Expiry);
        if (index is null)
            return expired;

        var latest = time.GetUtcNow() - delay;
        var from = KeyEncoder.Extend([], Seconds(latest.AddYears(-MaxYearsAgo)));
        var to = KeyEncoder.Extend([], Seconds(latest));
        for (var cursor = table!.ItemsBy(index).Walk(from, to); expired.Count < MaxPerWrite && cursor.MoveNext();)
            expired.Add(ItemBlock.Read(cursor.Value.Block));
        return expired;
    }

    private static NumberValue Seconds(DateTimeOffset moment) => new(new DynamoNumber(moment.ToUnixTimeSeconds()));
}
