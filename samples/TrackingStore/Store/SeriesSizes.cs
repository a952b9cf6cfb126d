namespace TrackingStore.Store;

/// <summary>How large the pieces of a series are. Tests have small ones, so that few points make many levels.</summary>
internal sealed record SeriesSizes
{
    /// <summary>The points of a full item of level 0.</summary>
    public int PointsPerItem { get; init; } = 1024;

    /// <summary>
    /// The buckets of a full item of another level: at least twice those that stand for one item of the level below, so that each level
    /// has fewer items.
    /// </summary>
    public int BucketsPerItem { get; init; } = 64;

    /// <summary>The most buckets that a chart reads, of some 40 bytes each.</summary>
    public int MaxBucketsRead { get; init; } = 2000;

    /// <summary>The most points that a chart reads, of some 12 bytes each.</summary>
    public int MaxPointsRead { get; init; } = 6 * 1024;
}
