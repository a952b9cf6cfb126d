namespace TrackingStore.Search;

/// <summary>What of a registered model a search looks at.</summary>
internal enum ModelProperty
{
    Name,
    CreationTime,
    LastUpdateTime,
    Tag,
}
