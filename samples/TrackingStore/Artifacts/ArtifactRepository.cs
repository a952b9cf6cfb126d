using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts;

/// <summary>The artifacts, as files below one folder. No path leads out of it, not even through symbolic links.</summary>
internal sealed class ArtifactRepository
{
    private const int CopyBuffer = 128 * 1024;
    private readonly string uploads;

    /// <summary>Opens the repository and creates its folder where it is absent.</summary>
    public ArtifactRepository(string folder)
    {
        Root = Path.TrimEndingDirectorySeparator(Directory.CreateDirectory(Path.GetFullPath(folder)).FullName);
        uploads = Path.Combine(Root, ArtifactPath.UploadFolder);
    }

    /// <summary>The folder of the artifacts.</summary>
    public string Root { get; }

    /// <summary>The files and folders in a folder, by name; none for what is not a folder.</summary>
    public IReadOnlyList<ArtifactEntry> List(ArtifactPath folder)
    {
        var directory = new DirectoryInfo(Locate(folder));
        if (!directory.Exists) return [];
        return [.. directory.EnumerateFileSystemInfos()
            .Where(entry => IsListed(entry, folder))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => new ArtifactEntry(entry.Name, entry is DirectoryInfo, entry is FileInfo file ? file.Length : 0))];
    }

    /// <summary>Opens a file for reading; an error where there is none.</summary>
    public FileStream OpenRead(ArtifactPath path)
    {
        var file = Locate(path);
        if (!File.Exists(file)) throw new TrackingException(new ArtifactMissing(path.Text));
        return new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            CopyBuffer,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    /// <summary>Writes a file; readers see the old one or the whole new one.</summary>
    public async Task WriteAsync(ArtifactPath path, Stream content, CancellationToken cancellationToken)
    {
        var target = Locate(path);
        if (path.Text.Length == 0 || Directory.Exists(target)) throw new TrackingException(new ArtifactIsFolder(path.Text));
        Directory.CreateDirectory(uploads);
        var temporary = Path.Combine(uploads, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = Create(temporary))
            {
                await content.CopyToAsync(file, CopyBuffer, cancellationToken);
                // The name must not be on the disk before the content is.
                file.Flush(flushToDisk: true);
            }

            CreateParent(path, target);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Deletes a file, or a folder with everything in it; nothing happens where there is none.</summary>
    public void Delete(ArtifactPath path)
    {
        if (path.Text.Length == 0) throw ArtifactPath.Unsafe();
        var target = Locate(path);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }
        else if (File.Exists(target))
        {
            // Without the check, a path below a folder that does not exist is an error.
            File.Delete(target);
        }
    }

    private static FileStream Create(string file) =>
        new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, CopyBuffer, FileOptions.Asynchronous);

    private static void CreateParent(ArtifactPath path, string target)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        }
        catch (IOException) when (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new TrackingException(new ArtifactBelowFile(path.Text));
        }
    }

    private bool IsListed(FileSystemInfo entry, ArtifactPath folder) =>
        !(folder.Text.Length == 0 && entry.Name == ArtifactPath.UploadFolder) && (entry.LinkTarget is null || StaysInside(entry));

    /// <summary>The place of a path on the disk. Looks at every part that exists: a link to a place outside is an error.</summary>
    private string Locate(ArtifactPath path)
    {
        var place = Root;
        foreach (var segment in path.Text.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            place = Path.Combine(place, segment);
            var entry = new FileInfo(place);
            if (entry.LinkTarget is not null && !StaysInside(entry)) throw ArtifactPath.Unsafe();
        }

        return place;
    }

    private bool StaysInside(FileSystemInfo link)
    {
        try
        {
            var target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
            return target?.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) is true;
        }
        catch (IOException)
        {
            // A circle of links leads nowhere, so not to a place inside either.
            return false;
        }
    }
}
