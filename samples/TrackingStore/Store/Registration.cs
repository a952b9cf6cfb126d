namespace TrackingStore.Store;

/// <summary>A version that was registered from a logged model.</summary>
internal sealed record Registration(string Name, long Version);
