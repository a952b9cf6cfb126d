using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>
/// Writes items, and keeps a record of each change as a table's stream does: in the order of each item, with numbers that grow.
/// </summary>
internal sealed class RecordedStream
{
    private readonly Dictionary<string, List<Func<CancellationToken, Task>>> records = [];
    private readonly Dictionary<string, SemaphoreSlim> gates = [];
    private readonly Lock gate = new();
    private int sequence;

    /// <summary>The keys of all items that changed.</summary>
    public IReadOnlyList<string> Items
    {
        get
        {
            lock (gate)
                return [.. records.Keys];
        }
    }

    /// <summary>How many changes of an item there are.</summary>
    public int CountOf(string item)
    {
        lock (gate)
            return records[item].Count;
    }

    /// <summary>Delivers a change of an item to its handlers.</summary>
    public Task DeliverAsync(string item, int position, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task> record;
        lock (gate)
            record = records[item][position];
        return record(cancellationToken);
    }

    /// <summary>Changes an item, and records the change.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="changed">The new item; null to delete it.</param>
    /// <param name="handlers">Who hears of it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task WriteAsync<T>(
        DynamoTable<T> table, ItemKey<T> key, T? changed, IReadOnlyList<IChangeHandler<T>> handlers, CancellationToken cancellationToken)
        where T : class, IItem<T>
    {
        SemaphoreSlim turn;
        lock (gate)
        {
            if (!gates.TryGetValue($"{key}", out turn!))
                gates[$"{key}"] = turn = new SemaphoreSlim(1);
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            var old = await table.GetAsync(key, consistentRead: true, cancellationToken);
            if (changed is null)
                await table.DeleteAsync(key, cancellationToken);
            else
                await table.PutAsync(changed, cancellationToken);
            if (old is not null || changed is not null)
                Record(key, old, changed, handlers);
        }
        finally
        {
            turn.Release();
        }
    }

    private void Record<T>(ItemKey<T> key, T? old, T? changed, IReadOnlyList<IChangeHandler<T>> handlers)
        where T : class, IItem<T>
    {
        lock (gate)
        {
            var change = new Change<T>
            {
                Kind = old is null ? ChangeKind.Insert : changed is null ? ChangeKind.Remove : ChangeKind.Modify,
                Key = key,
                Old = old,
                New = changed,
                SequenceNumber = SequenceNumber.Parse($"{++sequence}"),
                EventId = $"{sequence}",
            };
            if (!records.TryGetValue($"{key}", out var all))
                records[$"{key}"] = all = [];
            all.Add(async token =>
            {
                foreach (var handler in handlers)
                    await handler.HandleAsync(change, token);
            });
        }
    }
}
