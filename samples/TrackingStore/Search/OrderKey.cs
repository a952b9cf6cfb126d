namespace TrackingStore.Search;

/// <summary>One field to sort by.</summary>
internal readonly record struct OrderKey<TField>(TField Field, bool IsDescending);
