namespace TrackingStore.History;

/// <summary>The buckets of all points from a place to the next group's: those of one item of the level below.</summary>
internal sealed record BucketGroup(HistoryPlace From, Bucket[] Buckets);
