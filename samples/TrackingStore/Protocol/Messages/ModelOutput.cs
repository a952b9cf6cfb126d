namespace TrackingStore.Protocol.Messages;

/// <summary>A logged model that a run made.</summary>
internal sealed record ModelOutput(string ModelId, long Step);
