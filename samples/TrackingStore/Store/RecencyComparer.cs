namespace TrackingStore.Store;

/// <summary>Compares runs as the index sorts them.</summary>
internal sealed class RecencyComparer : IComparer<(long Recency, string RunId)>
{
    /// <summary>The one instance.</summary>
    public static RecencyComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare((long Recency, string RunId) x, (long Recency, string RunId) y)
    {
        var order = x.Recency.CompareTo(y.Recency);
        return order != 0 ? order : string.CompareOrdinal(x.RunId, y.RunId);
    }
}
