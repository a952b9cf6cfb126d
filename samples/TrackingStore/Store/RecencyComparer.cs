namespace TrackingStore.Store;

/// <summary>Compares runs and logged models as the index sorts them.</summary>
internal sealed class RecencyComparer : IComparer<(long Recency, string Id)>
{
    /// <summary>The one instance.</summary>
    public static RecencyComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare((long Recency, string Id) x, (long Recency, string Id) y)
    {
        var order = x.Recency.CompareTo(y.Recency);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }
}
