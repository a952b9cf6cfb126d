using TrackingStore.Artifacts;
using TrackingStore.Artifacts.S3;
using TrackingStore.Availability;
using TrackingStore.Values;

namespace TrackingStore.Server;

/// <summary>Where the artifacts are: in a folder, of which a temporary one is deleted when the server stops, or in a bucket.</summary>
internal sealed class ArtifactRoot : IDisposable
{
    private readonly S3Location? bucket;
    private readonly bool isTemporary;

    private ArtifactRoot(string folder, bool isTemporary)
    {
        Folder = Path.GetFullPath(folder);
        this.isTemporary = isTemporary;
    }

    private ArtifactRoot(S3Location bucket) => this.bucket = bucket;

    /// <summary>The folder; null for a bucket.</summary>
    public string? Folder { get; }

    /// <summary>Whether the options name the place.</summary>
    public bool IsNamed { get; private init; }

    /// <summary>The place, as messages name it.</summary>
    public string Place => bucket?.Uri ?? Folder!;

    /// <summary>Whether a default root is a place, and not the server itself.</summary>
    public static bool IsPlace(string? defaultRoot) =>
        defaultRoot is not null && defaultRoot.TrimEnd('/') != ArtifactLocations.ProxyRoot.TrimEnd('/');

    /// <summary>Finds the place for the options.</summary>
    public static ArtifactRoot For(ServerOptions options)
    {
        var direct = DirectRoot(options);
        if (options.ArtifactsDestination is { } given)
        {
            var root = Of(given);
            if (direct is null || Of(direct).Place == root.Place) return root;
            throw new ArgumentException(
                $"--default-artifact-root '{direct}' is not the place of --artifacts-destination '{given}'. Name one place: " +
                $"'{ArtifactLocations.ProxyRoot}' is the default root by which clients reach it through the server.");
        }

        if (direct is not null) return Of(direct);
        if (options.DataFolder is { } data) return new ArtifactRoot(Path.Combine(data, "artifacts"), isTemporary: false);
        return new ArtifactRoot(Directory.CreateTempSubdirectory("tracking-artifacts-").FullName, isTemporary: true);
    }

    /// <summary>Below which URI new experiments have their artifacts. As in MLflow, a folder that was given as a URI stays one.</summary>
    public static DefaultArtifactRoot DefaultFor(ServerOptions options)
    {
        if (DirectRoot(options) is not { } direct) return new DefaultArtifactRoot(ArtifactLocations.ProxyRoot);
        var place = Of(direct).Place;
        return new DefaultArtifactRoot(ArtifactLocations.IsFileUri(direct) ? direct : place);
    }

    /// <summary>Opens the place.</summary>
    /// <param name="options">The endpoint of the bucket, and the clock.</param>
    /// <param name="logger">Where outages go.</param>
    public IArtifactStore Open(ServerOptions options, ILogger<Outage> logger) => bucket is null
        ? new ArtifactRepository(Folder!, options.Time, new Outage("The disk of the artifacts", options.Time, logger))
        : new S3Artifacts(
            bucket,
            S3Clients.Create(options.S3Endpoint, options.S3Credentials),
            options.Time,
            new Outage("The bucket of the artifacts", options.Time, logger));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isTemporary && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static string? DirectRoot(ServerOptions options) =>
        IsPlace(options.DefaultArtifactRoot) ? options.DefaultArtifactRoot!.TrimEnd('/') : null;

    private static ArtifactRoot Of(string given) => S3Location.IsS3(given)
        ? new ArtifactRoot(S3Location.Parse(given)) { IsNamed = true }
        : new ArtifactRoot(FolderOf(given), isTemporary: false) { IsNamed = true };

    private static string FolderOf(string given)
    {
        if (!given.Contains(':') || Path.IsPathFullyQualified(given)) return given;
        return ArtifactLocations.LocalPath(given) ?? throw new ArgumentException(
            $"'{given}' is not a place for artifacts. Use a folder, a file: URI of one, or s3://BUCKET/PREFIX.");
    }
}
