using TrackingStore.History;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>What is in items of the history. An error of reading names the item.</summary>
internal static class SeriesContent
{
    /// <summary>The points of a pack, by metric.</summary>
    public static IReadOnlyList<(string Name, HistoryPoint[] Points)> Decode(this MetricPackItem item)
    {
        try
        {
            return PackCodec.Decode(item.Data);
        }
        catch (DamagedHistoryException e)
        {
            throw new DamagedHistoryException($"The pack {item.PackId} of run {item.RunId} can't be read. {e.Message}", e);
        }
    }

    /// <summary>The points of an item of level 0.</summary>
    public static HistoryPoint[] DecodePoints(this MetricSeriesItem item)
    {
        try
        {
            return PointCodec.Decode(item.Data);
        }
        catch (DamagedHistoryException e)
        {
            throw Damaged(item, e);
        }
    }

    /// <summary>The summaries of an item of another level.</summary>
    public static IReadOnlyList<BucketGroup> DecodeBuckets(this MetricSeriesItem item)
    {
        try
        {
            return BucketCodec.Decode(item.Data);
        }
        catch (DamagedHistoryException e)
        {
            throw Damaged(item, e);
        }
    }

    /// <summary>The place where an item of a series begins.</summary>
    public static HistoryPlace Begin(this MetricSeriesItem item) => PlaceOf(item.From);

    /// <summary>The place where the next item begins; null for the last one.</summary>
    public static HistoryPlace? End(this MetricSeriesItem item) => item.To is { } to ? PlaceOf(to) : null;

    private static HistoryPlace PlaceOf(string text) => HistoryPlace.TryParse(text, out var place)
        ? place
        : throw new DamagedHistoryException($"'{text}' is not a place in a history. Restore the table from a backup.");

    private static DamagedHistoryException Damaged(MetricSeriesItem item, DamagedHistoryException e) => new(
        $"The item of level {item.Level} at {item.From} of the metric '{item.Name}' of run {item.RunId} can't be read. {e.Message}", e);
}
