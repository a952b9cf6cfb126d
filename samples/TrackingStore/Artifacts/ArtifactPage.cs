namespace TrackingStore.Artifacts;

/// <summary>Some of the files and folders of a folder, in the order of the store.</summary>
/// <param name="Entries">The files and folders.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
internal sealed record ArtifactPage(IReadOnlyList<ArtifactEntry> Entries, string? Next);
