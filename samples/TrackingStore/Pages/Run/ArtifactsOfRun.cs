using TrackingStore.Artifacts;
using TrackingStore.Errors;

namespace TrackingStore.Pages.Run;

/// <summary>The files of a run, for its page: at most some of them, however many and deep the folders are.</summary>
internal sealed class ArtifactsOfRun(ArtifactRepository repository)
{
    private const int MaxFiles = 200;
    private const int MaxFolders = 200;
    private const int MaxDepth = 30;

    /// <summary>The paths and sizes of the files; null where this server does not keep them.</summary>
    public FilesOfRun? List(string artifactUri, CancellationToken cancellationToken)
    {
        try
        {
            return Walk(ArtifactLocations.Resolve(artifactUri, repository), cancellationToken);
        }
        catch (TrackingException)
        {
            // They are elsewhere, such as in a bucket: the page says where.
            return null;
        }
    }

    private FilesOfRun Walk(ArtifactPath root, CancellationToken cancellationToken)
    {
        var files = new List<(string Path, long Size)>();
        var pending = new Stack<(string Folder, int Depth)>([("", 0)]);
        var isCut = false;
        for (var folders = 0; pending.TryPop(out var next); folders++)
        {
            if (folders == MaxFolders) return new FilesOfRun(files, IsCut: true);
            // A folder that came here by another way may have a name that no path of a client has.
            if (next.Depth > MaxDepth || !ArtifactPath.TryParse(next.Folder, out var folder))
            {
                isCut = true;
                continue;
            }

            var entries = repository.List(root.Append(folder), cancellationToken);
            foreach (var entry in entries.Where(entry => !entry.IsFolder))
            {
                if (files.Count == MaxFiles) return new FilesOfRun(files, IsCut: true);
                files.Add((PathOf(next.Folder, entry), entry.Size));
            }

            foreach (var entry in entries.Where(entry => entry.IsFolder).Reverse())
                pending.Push((PathOf(next.Folder, entry), next.Depth + 1));
        }

        return new FilesOfRun(files, isCut);
    }

    private static string PathOf(string folder, ArtifactEntry entry) => folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
}
