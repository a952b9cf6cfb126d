namespace TrackingStore.Search;

/// <summary>A number or a text that something is sorted by. The other one is null, and so are both where it has neither.</summary>
internal readonly record struct OrderValue(double? Number, string? Text);
