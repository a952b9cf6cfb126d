using System.Collections.Concurrent;
using DynamoToolkit.Streams.Records;

namespace DynamoToolkit.Streams.DeadLetters;

/// <summary>
/// Which items are parked, as far as this worker knows. Before it reads a shard it reads all marks, so it knows those of records that come.
/// It may take an item for parked that is not any more: <see cref="LetterStore.TryAddAsync"/> finds out.
/// </summary>
internal sealed class ParkedItems(LetterStore store)
{
    // The values tell marks of one item apart: one that is parked again must not be forgotten with the mark that is gone.
    private readonly ConcurrentDictionary<string, object> marks = new(StringComparer.Ordinal);

    /// <summary>The number of parked items.</summary>
    public int Count => marks.Count;

    /// <summary>Reads all marks.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var mark in await store.ReadMarksAsync(cancellationToken).ConfigureAwait(false))
            marks.TryAdd(mark.Sort, new object());
    }

    /// <summary>Reads all marks, and forgets those that are gone.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var before = marks.ToArray();
        var found = await store.ReadMarksAsync(cancellationToken).ConfigureAwait(false);
        var existing = found.Select(static mark => mark.Sort).ToHashSet(StringComparer.Ordinal);
        foreach (var sort in existing)
            marks.TryAdd(sort, new object());
        foreach (var gone in before.Where(mark => !existing.Contains(mark.Key)))
            marks.TryRemove(gone);
    }

    /// <summary>Parks the item of a record on which a handler failed.</summary>
    public async Task ParkAsync(string handler, StreamRecord record, Exception error, int attempts, CancellationToken cancellationToken)
    {
        await store.ParkAsync(handler, record, error, attempts, cancellationToken).ConfigureAwait(false);
        marks[LetterStore.SortOf(handler, record)] = new object();
    }

    /// <summary>Whether the item of a record may be parked.</summary>
    public bool MayHave(string handler, StreamRecord record) =>
        !marks.IsEmpty && marks.ContainsKey(LetterStore.SortOf(handler, record));

    /// <summary>Keeps a record if its item is parked.</summary>
    /// <returns>Whether it is.</returns>
    public async Task<bool> TryKeepAsync(string handler, StreamRecord record, CancellationToken cancellationToken)
    {
        var sort = LetterStore.SortOf(handler, record);
        if (!marks.TryGetValue(sort, out var mark))
            return false;
        if (await store.TryAddAsync(handler, record, cancellationToken).ConfigureAwait(false))
            return true;

        marks.TryRemove(KeyValuePair.Create(sort, mark));
        return false;
    }
}
