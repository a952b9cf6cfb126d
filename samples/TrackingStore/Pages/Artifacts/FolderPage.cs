using TrackingStore.Artifacts;

namespace TrackingStore.Pages.Artifacts;

/// <summary>Some of the files and folders of a folder.</summary>
/// <param name="Path">The folder, below the run's artifacts.</param>
/// <param name="Entries">What is in it.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
internal sealed record FolderPage(string Path, IReadOnlyList<ArtifactEntry> Entries, string? Next)
{
    /// <summary>How many files and folders a page of a folder shows.</summary>
    public const int Size = 200;

    /// <summary>Whether the page begins after all that is in the folder.</summary>
    public bool IsBeyondEnd { get; init; }

    /// <summary>The path of something in the folder.</summary>
    public string PathOf(ArtifactEntry entry) => Path.Length == 0 ? entry.Name : $"{Path}/{entry.Name}";
}
