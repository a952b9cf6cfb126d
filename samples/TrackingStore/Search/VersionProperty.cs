namespace TrackingStore.Search;

/// <summary>What of a version of a model a search looks at.</summary>
internal enum VersionProperty
{
    Name,
    Number,
    RunId,
    Source,
    CreationTime,
    LastUpdateTime,
    Tag,
}
