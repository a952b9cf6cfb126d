using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts;

/// <summary>Artifacts by their URIs.</summary>
internal static class ArtifactStoreExtensions
{
    /// <summary>Whether this server keeps what an artifact URI names.</summary>
    public static bool IsOwn(this IArtifactStore artifacts, string artifactUri) => FindOwn(artifacts, artifactUri) is not null;

    /// <summary>Deletes what an artifact URI names, if this server keeps it.</summary>
    public static async Task DeleteIfOwnAsync(this IArtifactStore artifacts, string artifactUri, CancellationToken cancellationToken)
    {
        if (FindOwn(artifacts, artifactUri) is not { } path) return;
        try
        {
            await artifacts.DeleteAsync(path, cancellationToken);
        }
        catch (TrackingException e) when (e.Error is ArtifactPathUnsafe)
        {
            // A link leads out of the root, so what is behind it is not kept by this server.
        }
    }

    // The root itself is nobody's artifact.
    private static ArtifactPath? FindOwn(IArtifactStore artifacts, string artifactUri)
    {
        try
        {
            var path = ArtifactLocations.Resolve(artifactUri, artifacts);
            return path.Text.Length > 0 ? path : null;
        }
        catch (TrackingException e) when (e.Error is ArtifactsElsewhere or ArtifactPathUnsafe)
        {
            return null;
        }
    }
}
