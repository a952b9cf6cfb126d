namespace TrackingStore.Store;

/// <summary>
/// A page of what a search finds, given one after the other. It ends when it has the size that was asked for, or when its texts are long
/// together: what a request takes must not depend on how much there is.
/// </summary>
/// <param name="offset">How many come before the page.</param>
/// <param name="size">How many it may have.</param>
internal sealed class PageWindow<T>(int offset, int size)
{
    /// <summary>How long the texts of a page may be together, in characters. One alone may be longer.</summary>
    public const long MaxWeight = 16_000_000;

    private readonly List<T> items = [];
    private int skipped;
    private long weight;

    /// <summary>The page.</summary>
    public IReadOnlyList<T> Items => items;

    /// <summary>Where the next page begins; null if there is none.</summary>
    public int? Next { get; private set; }

    /// <summary>Takes the next one.</summary>
    /// <returns>False if it is of the next page.</returns>
    public bool Add(T item, long itemWeight)
    {
        if (skipped < offset)
        {
            skipped++;
            return true;
        }

        if (items.Count == size || (items.Count > 0 && weight + itemWeight > MaxWeight))
        {
            Next = offset + items.Count;
            return false;
        }

        items.Add(item);
        weight += itemWeight;
        return true;
    }
}
