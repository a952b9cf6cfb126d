using TrackingStore.Artifacts;
using TrackingStore.Errors;

namespace TrackingStore.Pages;

/// <summary>The files of a run, for its page.</summary>
internal sealed class ArtifactsOfRun(ArtifactRepository repository)
{
    private const int MaxFiles = 200;

    /// <summary>The paths and sizes of the files, folders first opened up; null where this server does not keep them.</summary>
    public IReadOnlyList<(string Path, long Size)>? List(string artifactUri)
    {
        try
        {
            return [.. Walk(ArtifactLocations.Resolve(artifactUri, repository), "").Take(MaxFiles)];
        }
        catch (TrackingException)
        {
            // They are elsewhere, such as in a bucket: the page says where.
            return null;
        }
    }

    private IEnumerable<(string Path, long Size)> Walk(ArtifactPath root, string folder)
    {
        foreach (var entry in repository.List(root.Append(ArtifactPath.Parse(folder))))
        {
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (!entry.IsFolder)
            {
                yield return (path, entry.Size);
                continue;
            }

            foreach (var inner in Walk(root, path)) yield return inner;
        }
    }
}
