using TrackingStore.History;

namespace TrackingStore.Store;

/// <summary>Thins out the history of a run for a chart.</summary>
internal static class PointSampler
{
    /// <summary>
    /// At most <paramref name="max"/> points in the order of their steps. If there are more, the points are split evenly, and the first of
    /// each part is shown, and the last one of all: by points and not by steps, because many points may have the same step.
    /// </summary>
    /// <param name="points">The points, in any order.</param>
    /// <param name="max">How many to show, at least one.</param>
    public static IReadOnlyList<HistoryPoint> Sample(IEnumerable<HistoryPoint> points, int max)
    {
        HistoryPoint[] sorted = [.. points.OrderBy(point => point.Step).ThenBy(point => point)];
        if (sorted.Length <= max) return sorted;
        var (size, larger) = Math.DivRem(sorted.Length, max);
        HistoryPoint[] shown = [.. Enumerable.Range(0, max).Select(part => sorted[(part * size) + Math.Min(part, larger)])];
        shown[^1] = sorted[^1];
        return shown;
    }
}
