using System.Buffers;

namespace DynamoToolkit;

/// <summary>One shard of a sharded query, whose pages become items as soon as they have arrived.</summary>
/// <typeparam name="T">The items' type.</typeparam>
/// <param name="lane">The shard.</param>
/// <param name="read">Reads an item.</param>
internal sealed class ShardPages<T>(ShardLane lane, ItemRead<T> read) : IDisposable
{
    private const int Initial = 128;

    // A part of a page that is soon used up.
    private const int Rest = 4;

    // Pooled, because the arrays of a page of a megabyte are large objects, which only a full collection frees.
    private (KeyValue Sort, T Item)[] items = [];
    private int next;
    private int end;
    private int lastPage;

    /// <summary>Whether an item of the current page is next.</summary>
    public bool HasItem => next < end;

    /// <summary>Whether the next page has to be read first.</summary>
    public bool NeedsPage => !HasItem && lane.State is LaneState.Unread or LaneState.Dry;

    /// <summary>Whether another page follows the current one, of which little is left.</summary>
    public bool IsNearlyDry => lane.State is LaneState.Dry && end - next <= lastPage / Rest;

    /// <summary>Whether nothing more follows.</summary>
    public bool IsAtEnd => !HasItem && lane.State is LaneState.End;

    /// <summary>The sort key of the next item, or of the key behind which the next page begins.</summary>
    public KeyValue Sort => HasItem ? items[next].Sort : lane.Sort;

    /// <summary>Reads the next page and its items, which follow those that are left.</summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        await lane.ReadAsync(wanted: null, cancellationToken).ConfigureAwait(false);
        MoveLeftToFront();
        var left = end;
        for (; lane.State is LaneState.Item; lane.MoveNext())
        {
            var sort = lane.Sort;
            if (!lane.Walk.SkipIfExpired() && read(lane.Walk, out var item))
                Add((sort, item));
        }

        lastPage = end - left;
    }

    /// <summary>Takes the next item.</summary>
    public T Take() => items[next++].Item;

    public void Dispose()
    {
        lane.Dispose();
        Return(items, end);
        items = [];
        (next, end) = (0, 0);
    }

    private static void Return((KeyValue Sort, T Item)[] array, int used)
    {
        if (array.Length == 0)
            return;
        array.AsSpan(0, used).Clear();
        ArrayPool<(KeyValue Sort, T Item)>.Shared.Return(array);
    }

    private void MoveLeftToFront()
    {
        var left = end - next;
        items.AsSpan(next, left).CopyTo(items);
        items.AsSpan(left, end - left).Clear();
        (next, end) = (0, left);
    }

    private void Add((KeyValue Sort, T Item) item)
    {
        if (end == items.Length)
        {
            var larger = ArrayPool<(KeyValue Sort, T Item)>.Shared.Rent(Math.Max(Initial, 2 * items.Length));
            items.AsSpan(0, end).CopyTo(larger);
            Return(items, end);
            items = larger;
        }

        items[end++] = item;
    }
}
