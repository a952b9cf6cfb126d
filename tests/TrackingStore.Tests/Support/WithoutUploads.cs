using TrackingStore.Artifacts;

namespace TrackingStore.Tests.Support;

/// <summary>Artifacts in a bucket that does not let the server list unfinished uploads.</summary>
internal sealed class WithoutUploads(IArtifactStore artifacts) : IArtifactStore
{
    public const string Message = "Unfinished uploads can't be listed.";

    public string? Folder => artifacts.Folder;

    public bool IsFailing => artifacts.IsFailing;

    public IMultipartUploads? Multipart => artifacts.Multipart;

    public long MaxFileBytes => artifacts.MaxFileBytes;

    public string? FindBelowRoot(string uri) => artifacts.FindBelowRoot(uri);

    public Task<IReadOnlyList<ArtifactEntry>> ListAsync(ArtifactPath folder, CancellationToken cancellationToken) =>
        artifacts.ListAsync(folder, cancellationToken);

    public Task<ArtifactPage> ListPageAsync(ArtifactPath folder, string? from, int size, CancellationToken cancellationToken) =>
        artifacts.ListPageAsync(folder, from, size, cancellationToken);

    public Task<ArtifactEntry?> FindAsync(ArtifactPath path, CancellationToken cancellationToken) =>
        artifacts.FindAsync(path, cancellationToken);

    public Task<Stream> OpenReadAsync(ArtifactPath path, CancellationToken cancellationToken) =>
        artifacts.OpenReadAsync(path, cancellationToken);

    public Task<SignedDownload?> SignDownloadAsync(ArtifactPath path, CancellationToken cancellationToken) =>
        artifacts.SignDownloadAsync(path, cancellationToken);

    public Task WriteAsync(ArtifactPath path, Stream content, CancellationToken cancellationToken) =>
        artifacts.WriteAsync(path, content, cancellationToken);

    public Task DeleteAsync(ArtifactPath path, CancellationToken cancellationToken) => artifacts.DeleteAsync(path, cancellationToken);

    public Task<DateTimeOffset> LastWriteAsync(ArtifactPath folder, CancellationToken cancellationToken) =>
        artifacts.LastWriteAsync(folder, cancellationToken);

    public Task<int> RemoveUnfinishedAsync(DateTimeOffset limit, bool isDryRun, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(Message);

    /// <summary>Leaves the artifacts open, which are not its own.</summary>
    public void Dispose()
    {
    }
}
