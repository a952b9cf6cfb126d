namespace DynamoToolkit.Local.Storage;

/// <summary>
/// Holds the current catalog. Readers take it as their snapshot. Writers take turns, because a write depends on the catalog that it finds.
/// </summary>
internal sealed class Store
{
    private readonly IChangeLog? log;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private volatile Catalog current;

    public Store(IChangeLog? log, TimeProvider time)
    {
        this.log = log;
        this.time = time;
        current = log?.Recovered ?? Catalog.Empty;
        if (log is not null)
            log.Undo = Undo;
    }

    /// <summary>The catalog after the last write.</summary>
    public Catalog Current => current;

    /// <summary>Makes changes, all or none: an exception in the callback leaves the catalog unchanged.</summary>
    /// <returns>A task that completes when the changes will survive the process.</returns>
    public Task Write(Action<WriteBatch> write)
    {
        lock (gate)
        {
            var changes = log is null ? null : new List<Change>();
            var batch = new WriteBatch(current, changes, time);
            write(batch);
            if (ReferenceEquals(batch.Catalog, current))
                return log?.Settled ?? Task.CompletedTask;

            var durable = changes is { Count: > 0 } ? log!.Append(changes, batch.Catalog) : Task.CompletedTask;
            current = batch.Catalog;
            return durable;
        }
    }

    private void Undo(Func<Catalog> kept)
    {
        lock (gate)
            current = kept();
    }
}
