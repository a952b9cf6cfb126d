namespace DynamoToolkit;

/// <summary>One shard of a sharded query, whose pages become items as soon as they have arrived.</summary>
/// <typeparam name="T">The items' type.</typeparam>
/// <param name="lane">The shard.</param>
/// <param name="read">Reads an item.</param>
internal sealed class ShardPages<T>(ShardLane lane, ItemRead<T> read) : IDisposable
{
    private readonly List<(KeyValue Sort, T Item)> items = [];
    private int next;

    /// <summary>Whether an item of the current page is next.</summary>
    public bool HasItem => next < items.Count;

    /// <summary>Whether the next page has to be read first.</summary>
    public bool NeedsPage => !HasItem && lane.State is LaneState.Unread or LaneState.Dry;

    /// <summary>Whether nothing more follows.</summary>
    public bool IsAtEnd => !HasItem && lane.State is LaneState.End;

    /// <summary>The sort key of the next item, or of the key behind which the next page begins.</summary>
    public KeyValue Sort => HasItem ? items[next].Sort : lane.Sort;

    /// <summary>Reads the next page and its items.</summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        items.Clear();
        next = 0;
        await lane.ReadAsync(wanted: null, cancellationToken).ConfigureAwait(false);
        for (; lane.State is LaneState.Item; lane.MoveNext())
        {
            var sort = lane.Sort;
            if (!lane.Walk.SkipIfExpired() && read(lane.Walk, out var item))
                items.Add((sort, item));
        }
    }

    /// <summary>Takes the next item.</summary>
    public T Take() => items[next++].Item;

    public void Dispose() => lane.Dispose();
}
