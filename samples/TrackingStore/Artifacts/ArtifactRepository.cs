using TrackingStore.Availability;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts;

/// <summary>
/// The artifacts, as files below one folder. No path leads out of it, not even through symbolic links. Requests may write, delete and list
/// the same folders at once: what another one has deleted is missing, and that is all.
/// </summary>
internal sealed class ArtifactRepository : IArtifactStore
{
    private const int CopyBuffer = 128 * 1024;
    private const int MaxTries = 100;
    private readonly TimeProvider time;
    private readonly Outage outage;
    private readonly Action<string> deleteFolder;
    private readonly UploadArea uploads;
    private readonly string real;

    /// <summary>Opens the repository and creates its folder where it is absent.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="outage">Where it is reported that the disk takes no files.</param>
    /// <param name="deleteFolder">Deletes a folder with everything in it. Tests have one that fails.</param>
    public ArtifactRepository(string folder, TimeProvider time, Outage outage, Action<string>? deleteFolder = null)
    {
        this.time = time;
        this.outage = outage;
        this.deleteFolder = deleteFolder ?? (static path => Directory.Delete(path, recursive: true));
        Root = Path.TrimEndingDirectorySeparator(Directory.CreateDirectory(Path.GetFullPath(folder)).FullName);
        real = LinkResolver.Resolve(Path.GetPathRoot(Root)!, Root) ?? throw new IOException($"'{Root}' is a circle of links.");
        UploadFolder = Path.Combine(real, ArtifactPath.UploadFolder);
        uploads = new UploadArea(UploadFolder);
    }

    /// <summary>The folder of the artifacts.</summary>
    public string Root { get; }

    /// <summary>The folder of files while they are uploaded.</summary>
    public string UploadFolder { get; }

    /// <inheritdoc/>
    public bool IsFailing => outage.IsOngoing;

    /// <inheritdoc/>
    public IMultipartUploads? Multipart => null;

    /// <inheritdoc/>
    public long MaxFileBytes => long.MaxValue;

    string? IArtifactStore.Folder => Root;

    /// <inheritdoc/>
    public string? FindBelowRoot(string uri)
    {
        if (ArtifactLocations.LocalPath(uri) is not { } file) return null;
        if (file == Root) return "";
        return file.StartsWith(Root + '/', StringComparison.Ordinal) ? file[(Root.Length + 1)..] : null;
    }

    Task<IReadOnlyList<ArtifactEntry>> IArtifactStore.ListAsync(ArtifactPath folder, CancellationToken cancellationToken) =>
        Task.FromResult(List(folder, cancellationToken));

    Task<ArtifactPage> IArtifactStore.ListPageAsync(ArtifactPath folder, string? from, int size, CancellationToken cancellationToken) =>
        Task.FromResult(ListPage(folder, from, size, cancellationToken));

    Task<ArtifactEntry?> IArtifactStore.FindAsync(ArtifactPath path, CancellationToken cancellationToken) => Task.FromResult(Find(path));

    Task<Stream> IArtifactStore.OpenReadAsync(ArtifactPath path, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(OpenRead(path));

    Task<SignedDownload?> IArtifactStore.SignDownloadAsync(ArtifactPath path, CancellationToken cancellationToken) =>
        Task.FromResult<SignedDownload?>(null);

    Task IArtifactStore.DeleteAsync(ArtifactPath path, CancellationToken cancellationToken)
    {
        Delete(path);
        return Task.CompletedTask;
    }

    Task<DateTimeOffset> IArtifactStore.LastWriteAsync(ArtifactPath folder, CancellationToken cancellationToken) =>
        Task.FromResult(LastWrite(folder, cancellationToken));

    /// <summary>Nothing is left: what a process did not finish is swept when the next one starts.</summary>
    Task<int> IArtifactStore.RemoveUnfinishedAsync(DateTimeOffset limit, bool isDryRun, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    /// <summary>The files and folders in a folder, by name; none for what is not a folder.</summary>
    public IReadOnlyList<ArtifactEntry> List(ArtifactPath folder, CancellationToken cancellationToken) =>
        ListPage(folder, null, int.MaxValue, cancellationToken).Entries;

    /// <summary>
    /// Some of the files and folders in a folder, by name. The names of all are read, because a disk has no order, but only those of the
    /// page are kept and looked at.
    /// </summary>
    public ArtifactPage ListPage(ArtifactPath folder, string? from, int size, CancellationToken cancellationToken)
    {
        var first = new FirstNames(from, size);
        try
        {
            var directory = new DirectoryInfo(Locate(folder));
            foreach (var entry in directory.Exists ? directory.EnumerateFileSystemInfos() : [])
            {
                cancellationToken.ThrowIfCancellationRequested();
                first.Add(entry);
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Another request has deleted it.
            return new ArtifactPage([], null);
        }

        var (found, next) = first.Take();
        return new ArtifactPage([.. found.Where(IsListed).Select(EntryOf).OfType<ArtifactEntry>()], next);
    }

    /// <summary>The file or folder at a path; null if there is none.</summary>
    public ArtifactEntry? Find(ArtifactPath path)
    {
        Locate(path);
        var place = Path.Combine(Locate(path.Parent), path.Name);
        FileSystemInfo entry = Directory.Exists(place) ? new DirectoryInfo(place) : new FileInfo(place);
        return entry.Exists ? EntryOf(entry) : null;
    }

    /// <summary>Opens a file for reading; an error where there is none.</summary>
    public FileStream OpenRead(ArtifactPath path)
    {
        var file = Locate(path);
        for (var tries = 1; ; tries++)
        {
            if (!File.Exists(file)) throw Missing(path);
            try
            {
                return new FileStream(
                    file,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read | FileShare.Delete,
                    CopyBuffer,
                    FileOptions.Asynchronous | FileOptions.SequentialScan);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                throw Missing(path);
            }
            catch (UnauthorizedAccessException) when (tries < MaxTries)
            {
                // A folder has the name of the file by now, as when it is deleted.
            }
        }
    }

    /// <summary>Writes a file; readers see the old one or the whole new one.</summary>
    public async Task WriteAsync(ArtifactPath path, Stream content, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var target = Locate(path);
        if (path.Text.Length == 0 || Directory.Exists(target)) throw new TrackingException(new ArtifactIsFolder(path.Text));
        var upload = new Upload(content);
        try
        {
            await upload.ReceiveAsync(uploads.NewFile(), cancellationToken);
            Move(upload.File!, path, target);
        }
        catch (PathTooLongException)
        {
            throw ArtifactPath.Unsafe();
        }
        catch (Exception e) when (upload.HasContent && e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
        finally
        {
            upload.Discard();
        }

        outage.Succeeded(startedAt);
    }

    /// <summary>Deletes a file, or a folder with everything in it; nothing happens where there is none.</summary>
    public void Delete(ArtifactPath path)
    {
        if (path.Text.Length == 0) throw ArtifactPath.Unsafe();
        // Where it leads must be inside; but it is the link that is deleted, not its target.
        Locate(path);
        var target = Path.Combine(Locate(path.Parent), path.Name);
        for (var tries = 1; ; tries++)
        {
            var file = new FileInfo(target);
            var isFile = file.LinkTarget is not null || file.Exists;
            try
            {
                if (isFile) file.Delete();
                else if (Directory.Exists(target)) deleteFolder(target);
                return;
            }
            catch (IOException e) when (FolderErrors.IsOfOthers(e))
            {
                // Others delete in the folder at the same time, or write into it.
                if (tries == MaxTries) throw new TrackingException(new ArtifactBusy(path.Text));
            }
            catch (UnauthorizedAccessException) when (isFile && tries < MaxTries)
            {
                // A folder has the name of the file by now: .NET reports that as a denied access.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Unwritable(e);
            }
        }
    }

    /// <summary>When something was last written in a folder or below it.</summary>
    public DateTimeOffset LastWrite(ArtifactPath folder, CancellationToken cancellationToken)
    {
        var place = Locate(folder);
        DateTimeOffset last = Directory.GetLastWriteTimeUtc(place);
        foreach (var entry in FolderTree.Walk(place, skipped: null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.LastWriteTimeUtc > last) last = entry.LastWriteTimeUtc;
        }

        return last;
    }

    /// <inheritdoc/>
    public void Dispose() => uploads.Dispose();

    private static TrackingException Missing(ArtifactPath path) => new(new ArtifactMissing(path.Text));

    /// <summary>The error of a disk that takes no changes. The log gets the reason.</summary>
    private TrackingException Unwritable(Exception error)
    {
        outage.Failed(error.Message);
        return new TrackingException(new ArtifactsUnwritable(outage.RetryAfter));
    }

    private void Move(string file, ArtifactPath path, string target)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(file, target, overwrite: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (IsBelowFile(target)) throw new TrackingException(new ArtifactBelowFile(path.Text));
                if (Directory.Exists(target)) throw new TrackingException(new ArtifactIsFolder(path.Text));
                // Others have deleted the folder in between: the one for the file, or one with the file's name, which denies access.
                if (!FolderErrors.IsOfDeleters(e) && (e is IOException || tries == MaxTries)) throw;
                if (tries == MaxTries) throw new TrackingException(new ArtifactBusy(path.Text));
            }
        }
    }

    private bool IsBelowFile(string target)
    {
        for (var parent = Path.GetDirectoryName(target)!; parent.Length > real.Length; parent = Path.GetDirectoryName(parent)!)
            if (File.Exists(parent)) return true;

        return false;
    }

    private bool IsListed(FileSystemInfo entry) =>
        entry.FullName != UploadFolder && (entry.LinkTarget is null || IsInside(LinkResolver.Resolve(real, entry.FullName)));

    private static ArtifactEntry? EntryOf(FileSystemInfo entry)
    {
        try
        {
            return new ArtifactEntry(entry.Name, entry is DirectoryInfo, entry is FileInfo file ? file.Length : 0);
        }
        catch (FileNotFoundException)
        {
            // Another request has deleted it.
            return null;
        }
    }

    /// <summary>The place of a path on the disk; an error if links lead out of the root.</summary>
    private string Locate(ArtifactPath path)
    {
        var place = LinkResolver.Resolve(real, path.Text);
        return IsInside(place) ? place! : throw ArtifactPath.Unsafe();
    }

    private bool IsInside(string? place) => place is not null && !IsAtOrBelow(place, UploadFolder) && IsAtOrBelow(place, real);

    private static bool IsAtOrBelow(string place, string folder) => place.StartsWith(folder, StringComparison.Ordinal)
        && (place.Length == folder.Length || place[folder.Length] == Path.DirectorySeparatorChar);
}
