namespace TrackingStore.Search;

/// <summary>What of a logged model a search looks at.</summary>
internal enum LoggedModelProperty
{
    Id,
    Name,
    Type,
    Status,
    SourceRunId,
    CreationTime,
    LastUpdateTime,
    Metric,
    Param,
    Tag,
}
