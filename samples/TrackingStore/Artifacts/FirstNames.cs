namespace TrackingStore.Artifacts;

/// <summary>Keeps those of many files and folders whose names come first, so that memory does not grow with a folder.</summary>
/// <param name="from">The name after which they begin; null for the first.</param>
/// <param name="size">How many.</param>
internal sealed class FirstNames(string? from, int size)
{
    // The last name is on top, to go when another one comes before it.
    private readonly PriorityQueue<FileSystemInfo, string> kept = new(Comparer<string>.Create((x, y) => string.CompareOrdinal(y, x)));
    private bool hasMore;

    /// <summary>Adds one, in any order.</summary>
    public void Add(FileSystemInfo entry)
    {
        if (from is not null && string.CompareOrdinal(entry.Name, from) <= 0) return;
        if (kept.Count < size)
        {
            kept.Enqueue(entry, entry.Name);
            return;
        }

        hasMore = true;
        kept.EnqueueDequeue(entry, entry.Name);
    }

    /// <summary>Those that come first, by name, and the name after which the others begin; null if there are no others.</summary>
    public (IReadOnlyList<FileSystemInfo> Entries, string? Next) Take()
    {
        var entries = new FileSystemInfo[kept.Count];
        for (var i = entries.Length - 1; i >= 0; i--) entries[i] = kept.Dequeue();
        return (entries, hasMore && entries.Length > 0 ? entries[^1].Name : null);
    }
}
