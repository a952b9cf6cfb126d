namespace TrackingStore.Protocol.Messages;

/// <summary>A logged model that a run read.</summary>
internal sealed record ModelInput(string ModelId);
