namespace TrackingStore.Pages.Run;

/// <summary>Files of a run.</summary>
/// <param name="Files">Their paths and sizes.</param>
/// <param name="IsCut">Whether the run has more.</param>
internal sealed record FilesOfRun(IReadOnlyList<(string Path, long Size)> Files, bool IsCut);
