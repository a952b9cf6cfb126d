namespace TrackingStore.Search;

/// <summary>A field and the comparison that it has to pass.</summary>
internal sealed record Condition<TField>(TField Field, Comparison Comparison);
