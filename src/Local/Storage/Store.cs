namespace DynamoToolkit.Local.Storage;

/// <summary>
/// Holds the current catalog. Readers take it and keep their snapshot; writers take turns, since every write depends on what it finds.
/// </summary>
internal sealed class Store(IChangeLog? log)
{
    private readonly Lock gate = new();
    private volatile Catalog current = log?.Recovered ?? Catalog.Empty;

    /// <summary>All tables as of the last write.</summary>
    public Catalog Current => current;

    /// <summary>Refuses to go on after a write that could not be kept.</summary>
    public void ThrowIfFailed() => log?.ThrowIfFailed();

    /// <summary>Makes changes, all or none: an exception from the callback leaves everything as it was.</summary>
    /// <returns>A task that ends when the changes will survive the process.</returns>
    public Task Write(Action<WriteBatch> write)
    {
        lock (gate)
        {
            var changes = log is null ? null : new List<Change>();
            var batch = new WriteBatch(current, changes);
            write(batch);
            if (ReferenceEquals(batch.Catalog, current))
                return log?.Settled ?? Task.CompletedTask;

            var durable = changes is { Count: > 0 } ? log!.Append(changes, batch.Catalog) : Task.CompletedTask;
            current = batch.Catalog;
            return durable;
        }
    }
}
