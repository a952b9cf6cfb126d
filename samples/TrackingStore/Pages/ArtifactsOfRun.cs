using TrackingStore.Artifacts;
using TrackingStore.Protocol;

namespace TrackingStore.Pages;

/// <summary>The files of a run, for its page.</summary>
internal sealed class ArtifactsOfRun(ArtifactRepository repository)
{
    private const int Most = 200;

    /// <summary>The paths and sizes of the files, folders first opened up; null where this server does not keep them.</summary>
    public IReadOnlyList<(string Path, long Size)>? List(string artifactUri)
    {
        try
        {
            return [.. Walk(ArtifactLocations.Resolve(artifactUri, repository), "").Take(Most)];
        }
        catch (MlflowException)
        {
            // They are elsewhere, such as in a bucket: the page says where.
            return null;
        }
    }

    private IEnumerable<(string Path, long Size)> Walk(ArtifactPath root, string folder)
    {
        foreach (var file in repository.List(root.Append(ArtifactPath.Parse(folder)), name => folder.Length == 0 ? name : $"{folder}/{name}"))
        {
            if (!file.IsDir)
            {
                yield return (file.Path, file.FileSize ?? 0);
                continue;
            }

            foreach (var inner in Walk(root, file.Path)) yield return inner;
        }
    }
}
