using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expiry;

/// <summary>Deletes expired items from time to time, as the service does, some time after they have expired.</summary>
internal sealed class ExpirySweeper : IDisposable
{
    // Times longer ago than this are taken for mistakes, and such items are kept.
    private const int MostYearsAgo = 5;
    private const int MostInOneWrite = 1000;
    private readonly Store store;
    private readonly LocalDynamoOptions options;
    private readonly ITimer? timer;

    public ExpirySweeper(Store store, LocalDynamoOptions options)
    {
        this.store = store;
        this.options = options;
        if (options.ExpiryInterval == Timeout.InfiniteTimeSpan)
            return;

        // The reference is weak, so that an engine that nobody disposed and nobody uses can go.
        timer = options.TimeProvider.CreateTimer(SweepTarget, new WeakReference<ExpirySweeper>(this), options.ExpiryInterval, options.ExpiryInterval);
    }

    /// <summary>Deletes what has expired by now.</summary>
    /// <returns>How many items were deleted.</returns>
    public int Sweep()
    {
        var deleted = 0;
        foreach (var (name, table) in store.Current.Tables)
        {
            if (table.Schema.ExpiryAttribute is null)
                continue;

            int round;
            do
            {
                round = Sweep(name);
                deleted += round;
            }
            while (round == MostInOneWrite);
        }

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
            // The log has failed. Every request says so; the timer has nobody to tell.
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
                batch.Delete(batch.Table(name), key, item);
                deleted++;
            }
        });
        return deleted;
    }

    private List<MapValue> Expired(Catalog catalog, string name, out Table? table)
    {
        var expired = new List<MapValue>();
        table = catalog.Tables.GetValueOrDefault(name);
        var index = table?.Indexes.FirstOrDefault(static index => index.Kind == SecondaryIndexKind.Expiry);
        if (index is null)
            return expired;

        var latest = options.TimeProvider.GetUtcNow() - options.ExpiryDelay;
        var from = KeyEncoder.Extend([], Seconds(latest.AddYears(-MostYearsAgo)));
        var to = KeyEncoder.Extend([], Seconds(latest));
        for (var cursor = table!.ItemsBy(index).Walk(from, to); expired.Count < MostInOneWrite && cursor.MoveNext();)
            expired.Add(cursor.Value);
        return expired;
    }

    private static NumberValue Seconds(DateTimeOffset time) => new(new DynamoNumber(time.ToUnixTimeSeconds()));
}
