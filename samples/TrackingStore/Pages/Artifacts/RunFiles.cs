using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Model;

namespace TrackingStore.Pages.Artifacts;

/// <summary>Reads the folders of a run that its pages show: a page of each, however many and deep they are.</summary>
internal sealed class RunFiles(ArtifactRepository repository)
{
    // A path may have a thousand parts.
    private const int MaxFolders = 8;

    /// <summary>The place of a run's artifacts; null where this server does not keep them, such as in a bucket.</summary>
    public ArtifactPath? PlaceOf(RunItem run)
    {
        try
        {
            return ArtifactLocations.Resolve(run.ArtifactUri, repository);
        }
        catch (TrackingException)
        {
            return null;
        }
    }

    /// <summary>The file or folder at a path; null for the run's whole folder.</summary>
    /// <exception cref="TrackingException">Nothing is at the path.</exception>
    public ArtifactEntry? Find(ArtifactPath place, ArtifactPath path, CancellationToken cancellationToken) => path.Text.Length == 0 ? null
        : repository.List(place.Append(path.Parent), cancellationToken).FirstOrDefault(entry => entry.Name == path.Name)
            ?? throw new TrackingException(new TrackingError.ArtifactMissing(path.Text));

    /// <summary>A page of a folder.</summary>
    public FolderPage List(ArtifactPath place, ArtifactPath folder, int from, string? open, CancellationToken cancellationToken) =>
        FolderPage.Of(folder.Text, repository.List(place.Append(folder), cancellationToken), from, open);

    /// <summary>The folders from the run's own, or from as far up as is shown, to one of them. Each has the next one in its page.</summary>
    public IReadOnlyList<FolderPage> Open(
        ArtifactPath place, ArtifactPath folder, int from, string? open, CancellationToken cancellationToken)
    {
        var pages = new List<FolderPage> { List(place, folder, from, open, cancellationToken) };
        for (var next = folder; next.Text.Length > 0 && pages.Count < MaxFolders; next = next.Parent)
            pages.Insert(0, List(place, next.Parent, 0, next.Name, cancellationToken));
        return pages;
    }
}
