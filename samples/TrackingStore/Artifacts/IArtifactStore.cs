namespace TrackingStore.Artifacts;

/// <summary>
/// Keeps the artifacts: on a disk, or in a bucket. Requests may write, delete and list at once; what another one has deleted is missing.
/// </summary>
internal interface IArtifactStore : IDisposable
{
    /// <summary>The folder of the artifacts, for those on a disk; null for others.</summary>
    string? Folder { get; }

    /// <summary>Whether it does not work now.</summary>
    bool IsFailing { get; }

    /// <summary>Uploads in parts that go past this server; null if there are none.</summary>
    IMultipartUploads? Multipart { get; }

    /// <summary>The most bytes that a file may have.</summary>
    long MaxFileBytes { get; }

    /// <summary>The path below the root that a URI names, as unchecked text; empty for the root, null if it is elsewhere.</summary>
    string? FindBelowRoot(string uri);

    /// <summary>The files and folders in a folder, by name; none for what is not a folder.</summary>
    Task<IReadOnlyList<ArtifactEntry>> ListAsync(ArtifactPath folder, CancellationToken cancellationToken);

    /// <summary>Some of the files and folders in a folder, without a look at the others.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="from">Where the page begins, from the page before; null for the first one.</param>
    /// <param name="size">How many files and folders the page may have.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<ArtifactPage> ListPageAsync(ArtifactPath folder, string? from, int size, CancellationToken cancellationToken);

    /// <summary>The file or folder at a path; null if there is none.</summary>
    Task<ArtifactEntry?> FindAsync(ArtifactPath path, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading, anywhere in it; an error if it does not exist.</summary>
    Task<Stream> OpenReadAsync(ArtifactPath path, CancellationToken cancellationToken);

    /// <summary>An address from which a client downloads a file without this server; null if the store has no such addresses.</summary>
    Task<SignedDownload?> SignDownloadAsync(ArtifactPath path, CancellationToken cancellationToken);

    /// <summary>Writes a file; readers see the old one or the whole new one.</summary>
    Task WriteAsync(ArtifactPath path, Stream content, CancellationToken cancellationToken);

    /// <summary>Deletes a file, or a folder with everything in it; succeeds if it does not exist.</summary>
    Task DeleteAsync(ArtifactPath path, CancellationToken cancellationToken);

    /// <summary>When something was last written in a folder or below it.</summary>
    Task<DateTimeOffset> LastWriteAsync(ArtifactPath folder, CancellationToken cancellationToken);

    /// <summary>Removes what uploads have left that began before a time and have not ended.</summary>
    /// <returns>How many uploads they are.</returns>
    Task<int> RemoveUnfinishedAsync(DateTimeOffset limit, bool isDryRun, CancellationToken cancellationToken);
}
