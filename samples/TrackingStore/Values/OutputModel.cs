namespace TrackingStore.Values;

/// <summary>A logged model that a run made, and the step at which it did.</summary>
internal sealed record OutputModel(string ModelId, long Step);
