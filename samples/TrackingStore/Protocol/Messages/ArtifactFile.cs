namespace TrackingStore.Protocol.Messages;

/// <summary>A file or folder; the size of a folder and of an empty file is left out.</summary>
internal sealed record ArtifactFile(string Path, bool IsDir, long? FileSize);
