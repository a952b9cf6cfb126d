using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// New indexes of a table while they are being built and others write to the table: a second table that follows the first one. It looks
/// again at each item that has been written since it looked last.
/// </summary>
internal sealed class IndexBuild : IDisposable
{
    // Catching up with this many writes takes less than a millisecond.
    private const int FewKeys = 200;

    private readonly TableSchema start;
    private readonly Action<IndexBuild> end;
    private Table built;
    private Table? seen;
    private List<byte[]> keys = [];
    private List<byte[]> later = [];
    private volatile bool isInvalid;

    public IndexBuild(Table table, Action<IndexBuild> end)
    {
        start = table.Schema;
        this.end = end;
        built = seen = table;
    }

    /// <summary>Whether much has been written since the build looked last.</summary>
    public bool IsFarBehind => !isInvalid && Volatile.Read(ref later).Count > FewKeys;

    /// <summary>Fills the indexes from the items as they were at the start.</summary>
    public void Fill(TableSchema schema) => built = built.With(schema);

    /// <summary>Takes note of written items. The caller makes one call at a time.</summary>
    public void Touch(List<(string Table, byte[] Key)> touched)
    {
        foreach (var (table, key) in touched)
        {
            if (table == start.Name)
                later.Add(key);
        }
    }

    /// <summary>Takes note of the table's state, up to which to catch up next. No write may happen meanwhile.</summary>
    public void NoteState(Table? table)
    {
        seen = table;
        (keys, later) = (later, []);
        if (table?.Schema.Id != start.Id)
            Invalidate();
    }

    /// <summary>Looks again at the items that were written up to that state.</summary>
    public void CatchUp()
    {
        if (isInvalid)
            return;

        foreach (var key in keys)
        {
            var (before, after) = (built.Items.Get(key), seen!.Items.Get(key));
            if (ReferenceEquals(before, after))
                continue;
            built = after is null
                ? built.Delete(key, ItemBlock.Read(before!))
                : built.Put(after, ItemBlock.Read(after), tried: null, out _);
        }
    }

    /// <summary>Ends the build. What it has built must not be used.</summary>
    public void Invalidate() => isInvalid = true;

    /// <summary>The table with its new indexes. No write may happen meanwhile.</summary>
    /// <returns>The table; null if the build is invalid.</returns>
    public Table? Finish(Table table)
    {
        NoteState(table);
        CatchUp();
        return isInvalid ? null : built;
    }

    public void Dispose() => end(this);
}
