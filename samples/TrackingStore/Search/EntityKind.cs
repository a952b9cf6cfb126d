namespace TrackingStore.Search;

/// <summary>What the key of a filter or order entry belongs to.</summary>
internal enum EntityKind
{
    Attribute,
    Metric,
    Parameter,
    Tag,
    Dataset,
}
