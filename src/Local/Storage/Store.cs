using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// Holds the current catalog. Readers take it as their snapshot. Writers take turns, because a write depends on the catalog that it finds.
/// </summary>
internal sealed class Store
{
    private const int MaxTriesAhead = 3;

    private readonly IChangeLog? log;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly List<IndexBuild> builds = [];
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

    /// <summary>The catalog after the last write, and a task that completes when it will survive the process.</summary>
    public (Catalog Catalog, Task Kept) Freeze()
    {
        lock (gate)
            return (current, log?.Settled ?? Task.CompletedTask);
    }

    /// <summary>Makes changes, all or none: an exception in the callback leaves the catalog unchanged.</summary>
    /// <returns>A task that completes when the changes will survive the process.</returns>
    public Task Write(Action<WriteBatch> write) => Write(static (batch, write) => write(batch), write);

    /// <summary>Makes changes, all or none: an exception in the callback leaves the catalog unchanged.</summary>
    /// <param name="write">Makes the changes.</param>
    /// <param name="state">Its argument, so that it need not be an object.</param>
    /// <returns>A task that completes when the changes will survive the process.</returns>
    public Task Write<TState>(Action<WriteBatch, TState> write, TState state)
    {
        lock (gate)
        {
            var batch = NewBatch(current);
            write(batch, state);
            return Keep(batch);
        }
    }

    /// <summary>
    /// Makes changes, all or none, by a callback that has no effect but its changes. It is called before the turn of this writer, and
    /// again if another writer was faster; after some tries, in its turn. So writers wait for each other only while one exchanges the
    /// catalog.
    /// </summary>
    /// <param name="write">Makes the changes, perhaps more than once.</param>
    /// <param name="state">Its argument, so that it need not be an object.</param>
    /// <returns>A task that completes when the changes will survive the process.</returns>
    public Task WriteAhead<TState>(Action<WriteBatch, TState> write, TState state)
    {
        for (var tries = 0; tries < MaxTriesAhead; tries++)
        {
            var batch = NewBatch(current);
            write(batch, state);
            lock (gate)
            {
                if (ReferenceEquals(batch.Before, current) && (batch.Touched is not null || builds.Count == 0))
                    return Keep(batch);
            }
        }

        return Write(write, state);
    }

    /// <summary>
    /// Builds the new indexes that a table gets by a change of its schema, while others write. The change itself comes later, by
    /// <see cref="WriteBatch.SetSchema"/>, which then has little left to do.
    /// </summary>
    /// <param name="name">The table.</param>
    /// <param name="change">Returns the schema after the change.</param>
    /// <returns>The build, to be disposed after the change; null if there is nothing to build.</returns>
    public IndexBuild? Build(string name, Func<TableSchema, TableSchema> change)
    {
        if (current.Tables.Find(name) is not { } table || !table.LacksIndexesOf(change(table.Schema)))
            return null;

        IndexBuild build;
        lock (gate)
        {
            if (current.Tables.Find(name) is not { } now)
                return null;

            build = new IndexBuild(now, EndBuild);
            builds.Add(build);
        }

        try
        {
            build.Fill(change(table.Schema));
            while (build.IsFarBehind)
            {
                lock (gate)
                    build.NoteState(current.Tables.Find(name));
                build.CatchUp();
            }

            return build;
        }
        catch
        {
            build.Dispose();
            throw;
        }
    }

    private WriteBatch NewBatch(Catalog catalog) =>
        new(catalog, log is null ? null : [], time) { Touched = builds.Count > 0 ? [] : null };

    // Needs the gate.
    private Task Keep(WriteBatch batch)
    {
        if (ReferenceEquals(batch.Catalog, current))
            return log?.Settled ?? Task.CompletedTask;

        var durable = batch.Changes is { Count: > 0 } changes ? log!.Append(changes, batch.Catalog) : Task.CompletedTask;
        current = batch.Catalog;
        foreach (var build in builds)
            build.Touch(batch.Touched!);
        return durable;
    }

    private void EndBuild(IndexBuild build)
    {
        lock (gate)
            builds.Remove(build);
    }

    private void Undo(Func<Catalog> kept)
    {
        lock (gate)
        {
            current = kept();

            // They may have begun with a change that has been undone.
            builds.ForEach(static build => build.Invalidate());
        }
    }
}
