namespace TrackingStore.Artifacts;

/// <summary>A file or folder in a folder; the size is in bytes, 0 for a folder.</summary>
internal sealed record ArtifactEntry(string Name, bool IsFolder, long Size);
