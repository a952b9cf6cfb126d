namespace TrackingStore.Errors;

/// <summary>A part of a search to which a page token is bound.</summary>
internal enum SearchPart
{
    Experiments,
    Filter,
    Order,
}
