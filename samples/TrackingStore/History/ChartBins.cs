namespace TrackingStore.History;

/// <summary>Joins buckets until they are few enough for a chart, and at each place of its axis there is at most one.</summary>
internal static class ChartBins
{
    /// <summary>Joins buckets at the same place, and if those are too many, buckets in equal parts of the axis.</summary>
    /// <param name="buckets">The buckets, in any order.</param>
    /// <param name="range">The part of the history.</param>
    /// <param name="max">How many buckets there may be.</param>
    public static IReadOnlyList<Bucket> Join(IEnumerable<Bucket> buckets, ChartRange range, int max)
    {
        var sorted = buckets.OrderBy(range.PlaceOf).ThenBy(bucket => bucket.LastPoint).ToList();
        var joined = JoinWhile(sorted, (one, next) => range.PlaceOf(one) == range.PlaceOf(next));
        if (joined.Count <= max) return joined;
        var first = (Int128)range.PlaceOf(joined[0]);
        var length = range.PlaceOf(joined[^1]) - first + 1;
        return JoinWhile(joined, (one, next) => PartOf(one) == PartOf(next));

        Int128 PartOf(Bucket bucket) => (range.PlaceOf(bucket) - first) * max / length;
    }

    private static List<Bucket> JoinWhile(List<Bucket> buckets, Func<Bucket, Bucket, bool> areTogether)
    {
        var joined = new List<Bucket>();
        foreach (var bucket in buckets)
        {
            if (joined.Count > 0 && areTogether(joined[^1], bucket)) joined[^1] = joined[^1].Join(bucket);
            else joined.Add(bucket);
        }

        return joined;
    }
}
