namespace TrackingStore.History;

/// <summary>Sets of points as sorted arrays.</summary>
internal static class PointSet
{
    /// <summary>The set of some points in any order.</summary>
    public static HistoryPoint[] Of(IEnumerable<HistoryPoint> points)
    {
        var sorted = points.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var point in sorted)
            if (count == 0 || sorted[count - 1].CompareTo(point) != 0) sorted[count++] = point;
        return sorted[..count];
    }

    /// <summary>The points that are in at least one of two sets.</summary>
    public static HistoryPoint[] Union(ReadOnlySpan<HistoryPoint> one, ReadOnlySpan<HistoryPoint> other)
    {
        var union = new HistoryPoint[one.Length + other.Length];
        var (i, j, count) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            union[count++] = order <= 0 ? one[i] : other[j];
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        one[i..].CopyTo(union.AsSpan(count));
        count += one.Length - i;
        other[j..].CopyTo(union.AsSpan(count));
        count += other.Length - j;
        return count == union.Length ? union : union[..count];
    }

    /// <summary>How many points of a set are before a place.</summary>
    public static int CountBefore(ReadOnlySpan<HistoryPoint> points, HistoryPlace place)
    {
        var (low, high) = (0, points.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (HistoryPlace.Of(points[middle]).CompareTo(place) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
