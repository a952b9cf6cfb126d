namespace TrackingStore.Search;

/// <summary>What of a run a search looks at.</summary>
internal enum RunProperty
{
    Id,
    Name,
    Status,
    UserId,
    ArtifactUri,
    StartTime,
    EndTime,
    Metric,
    Param,
    Tag,
    DatasetName,
    DatasetDigest,
    DatasetContext,
}
