using TrackingStore.Artifacts;

namespace TrackingStore.Pages.Artifacts;

/// <summary>Some of the files and folders of a folder.</summary>
/// <param name="Path">The folder, below the run's artifacts.</param>
/// <param name="Entries">What is in it, by name.</param>
/// <param name="Next">How many come before the next page; null on the last one.</param>
internal sealed record FolderPage(string Path, IReadOnlyList<ArtifactEntry> Entries, int? Next)
{
    /// <summary>How many files and folders a page of a folder shows.</summary>
    public const int Size = 200;

    /// <summary>Whether the page begins after all that is in the folder.</summary>
    public bool IsBeyondEnd { get; private init; }

    /// <summary>The path of something in the folder.</summary>
    public string PathOf(ArtifactEntry entry) => Path.Length == 0 ? entry.Name : $"{Path}/{entry.Name}";

    /// <summary>A page of a folder's content.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="all">What is in it.</param>
    /// <param name="from">How many to leave out.</param>
    /// <param name="open">The name of what the page has in any case; null for nothing.</param>
    public static FolderPage Of(string path, IReadOnlyList<ArtifactEntry> all, int from, string? open)
    {
        var next = from + Size < all.Count ? from + Size : (int?)null;
        ArtifactEntry[] entries = [.. all.Skip(from).Take(Size)];
        return open is null || entries.Any(entry => entry.Name == open)
            ? new FolderPage(path, entries, next) { IsBeyondEnd = all.Count > 0 && from >= all.Count }
            : new FolderPage(path, [.. entries, .. all.Where(entry => entry.Name == open)], next);
    }
}
