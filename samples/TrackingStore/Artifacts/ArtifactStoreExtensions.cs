using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts;

/// <summary>Artifacts by their URIs.</summary>
internal static class ArtifactStoreExtensions
{
    /// <summary>Whether this server keeps what an artifact URI names.</summary>
    public static bool IsOwn(this IArtifactStore artifacts, string artifactUri)
    {
        try
        {
            return ArtifactLocations.Resolve(artifactUri, artifacts).Text.Length > 0;
        }
        catch (TrackingException e) when (e.Error is ArtifactsElsewhere or ArtifactPathUnsafe)
        {
            return false;
        }
    }

    /// <summary>Deletes what an artifact URI names, if this server keeps it.</summary>
    public static async Task DeleteIfOwnAsync(this IArtifactStore artifacts, string artifactUri, CancellationToken cancellationToken)
    {
        if (!artifacts.IsOwn(artifactUri)) return;
        var path = ArtifactLocations.Resolve(artifactUri, artifacts);
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
