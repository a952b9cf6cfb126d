using TrackingStore.Artifacts;

namespace TrackingStore.Server;

/// <summary>The folder of the artifacts; a temporary one is deleted when the server stops.</summary>
internal sealed class ArtifactRoot : IDisposable
{
    private readonly bool isTemporary;

    private ArtifactRoot(string folder, bool isTemporary)
    {
        Folder = folder;
        this.isTemporary = isTemporary;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Finds the folder for the options.</summary>
    public static ArtifactRoot For(ServerOptions options)
    {
        if (options.ArtifactRoot is { } given) return new ArtifactRoot(FolderOf(given), isTemporary: false);
        if (options.DataFolder is { } data) return new ArtifactRoot(Path.Combine(data, "artifacts"), isTemporary: false);
        return new ArtifactRoot(Directory.CreateTempSubdirectory("tracking-artifacts-").FullName, isTemporary: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isTemporary && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static string FolderOf(string given)
    {
        if (!given.Contains(':') || Path.IsPathFullyQualified(given)) return given;
        return ArtifactLocations.LocalPath(given)
            ?? throw new ArgumentException($"'{given}' is not a folder. The artifact root is a folder or a file: URI of one.");
    }
}
