namespace TrackingStore.Values;

/// <summary>A tag or a parameter.</summary>
internal sealed record NamedValue(string Name, string Value);
