namespace TrackingStore.Protocol.Messages;

/// <summary>A tag or a parameter.</summary>
internal sealed record NamedValue(string Key, string Value);
