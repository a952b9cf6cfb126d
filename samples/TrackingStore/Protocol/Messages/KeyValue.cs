namespace TrackingStore.Protocol.Messages;

/// <summary>A tag or a parameter.</summary>
internal sealed record KeyValue(string Key, string Value);
