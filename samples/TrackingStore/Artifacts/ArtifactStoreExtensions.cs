using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts;

/// <summary>Artifacts by their URIs.</summary>
internal static class ArtifactStoreExtensions
{
    /// <summary>Deletes what an artifact URI names, if this server keeps it.</summary>
    public static async Task DeleteIfOwnAsync(this IArtifactStore artifacts, string artifactUri, CancellationToken cancellationToken)
    {
        ArtifactPath path;
        try
        {
            path = ArtifactLocations.Resolve(artifactUri, artifacts);
        }
        catch (TrackingException e) when (e.Error is ArtifactsElsewhere or ArtifactPathUnsafe)
        {
            return;
        }

        if (path.Text.Length == 0) return;
        try
        {
            await artifacts.DeleteAsync(path, cancellationToken);
        }
        catch (TrackingException e) when (e.Error is ArtifactPathUnsafe)
        {
            // A link leads out of the root, so what is behind it is not kept by this server.
        }
    }
}
