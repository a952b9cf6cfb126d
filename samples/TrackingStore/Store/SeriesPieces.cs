using TrackingStore.History;

namespace TrackingStore.Store;

/// <summary>
/// Cuts what is too much for one item. History mostly grows at its end, so there the items are left full; elsewhere the pieces are equal.
/// </summary>
internal static class SeriesPieces
{
    /// <summary>Cuts points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="most">The points of a full item.</param>
    /// <param name="isLast">Whether they are the end of the history.</param>
    public static List<HistoryPoint[]> Cut(HistoryPoint[] points, int most, bool isLast)
    {
        var count = (points.Length + most - 1) / most;
        var size = isLast ? most : (points.Length + count - 1) / count;
        return [.. points.Chunk(size)];
    }

    /// <summary>Cuts groups of buckets, between the groups.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="most">The buckets of a full item.</param>
    /// <param name="isLast">Whether they are the end of the history.</param>
    public static List<List<BucketGroup>> Cut(IReadOnlyList<BucketGroup> groups, int most, bool isLast)
    {
        var total = groups.Sum(group => group.Buckets.Length);
        var count = (total + most - 1) / most;
        var size = isLast ? most : (total + count - 1) / count;
        var (pieces, taken) = (new List<List<BucketGroup>>(), 0);
        foreach (var group in groups)
        {
            if (pieces.Count == 0 || taken + group.Buckets.Length > size)
            {
                pieces.Add([]);
                taken = 0;
            }

            pieces[^1].Add(group);
            taken += group.Buckets.Length;
        }

        return pieces;
    }
}
