namespace TrackingStore.Search;

/// <summary>What of an experiment a search looks at.</summary>
internal enum ExperimentProperty
{
    Id,
    Name,
    CreationTime,
    LastUpdateTime,
    Tag,
}
