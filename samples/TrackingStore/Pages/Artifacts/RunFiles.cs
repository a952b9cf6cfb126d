using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Model;

namespace TrackingStore.Pages.Artifacts;

/// <summary>Reads the folders of a run that its pages show: a page of each, however many and deep they are.</summary>
internal sealed class RunFiles(IArtifactStore artifacts)
{
    // A path may have a thousand parts.
    private const int MaxFolders = 8;

    /// <summary>The place of a run's artifacts; null where this server does not keep them, such as in a bucket.</summary>
    public ArtifactPath? PlaceOf(RunItem run)
    {
        try
        {
            return ArtifactLocations.Resolve(run.ArtifactUri, artifacts);
        }
        catch (TrackingException)
        {
            return null;
        }
    }

    /// <summary>The file or folder at a path; null for the run's whole folder.</summary>
    /// <exception cref="TrackingException">Nothing is at the path.</exception>
    public async Task<ArtifactEntry?> FindAsync(ArtifactPath place, ArtifactPath path, CancellationToken cancellationToken)
    {
        if (path.Text.Length == 0) return null;
        return await artifacts.FindAsync(place.Append(path), cancellationToken)
            ?? throw new TrackingException(new TrackingError.ArtifactMissing(path.Text));
    }

    /// <summary>A page of a folder.</summary>
    /// <param name="place">The run's artifacts.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="from">Where the page begins; null for the first one.</param>
    /// <param name="open">The name of what the page has in any case; null for nothing.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<FolderPage> ListAsync(
        ArtifactPath place, ArtifactPath folder, string? from, string? open, CancellationToken cancellationToken)
    {
        var page = await artifacts.ListPageAsync(place.Append(folder), from, FolderPage.Size, cancellationToken);
        var opened = open is null || page.Entries.Any(entry => entry.Name == open)
            ? null
            : await artifacts.FindAsync(place.Append(folder).Append(ArtifactPath.Parse(open)), cancellationToken);
        return new FolderPage(folder.Text, opened is null ? page.Entries : [.. page.Entries, opened], page.Next)
        {
            IsBeyondEnd = from is not null,
        };
    }

    /// <summary>The folders from the run's own, or from as far up as is shown, to one of them. Each has the next one in its page.</summary>
    public async Task<IReadOnlyList<FolderPage>> OpenAsync(
        ArtifactPath place, ArtifactPath folder, string? from, string? open, CancellationToken cancellationToken)
    {
        var pages = new List<FolderPage> { await ListAsync(place, folder, from, open, cancellationToken) };
        for (var next = folder; next.Text.Length > 0 && pages.Count < MaxFolders; next = next.Parent)
            pages.Insert(0, await ListAsync(place, next.Parent, null, next.Name, cancellationToken));
        return pages;
    }
}
