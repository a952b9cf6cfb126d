using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Artifacts;

/// <summary>The artifacts, as files below one folder. No path leads out of it, through symbolic links neither.</summary>
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

    /// <summary>The files and folders in a folder, by name, with paths as <paramref name="pathOf"/> makes them; none for what is no folder.</summary>
    public IReadOnlyList<ArtifactFile> List(ArtifactPath folder, Func<string, string> pathOf)
    {
        var directory = new DirectoryInfo(Locate(folder));
        if (!directory.Exists) return [];
        return [.. directory.EnumerateFileSystemInfos()
            .Where(entry => IsListed(entry, folder))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => new ArtifactFile(pathOf(entry.Name), entry is DirectoryInfo, entry is FileInfo { Length: > 0 and var length } ? length : null))];
    }

    /// <summary>Opens a file for reading; an error where there is none.</summary>
    public FileStream OpenRead(ArtifactPath path)
    {
        var file = Locate(path);
        if (!File.Exists(file)) throw MlflowException.Missing($"No such artifact: '{path}'");
        return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, CopyBuffer, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    /// <summary>Writes a file; readers see the old one or the whole new one.</summary>
    public async Task WriteAsync(ArtifactPath path, Stream content, CancellationToken cancellationToken)
    {
        var target = Locate(path);
        if (path.Text.Length == 0 || Directory.Exists(target)) throw MlflowException.Invalid($"'{path}' is a folder");
        Directory.CreateDirectory(uploads);
        var temporary = Path.Combine(uploads, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, CopyBuffer, FileOptions.Asynchronous))
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
        if (path.Text.Length == 0) throw ArtifactPath.Invalid();
        var target = Locate(path);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }
        else
        {
            File.Delete(target);
        }
    }

    private static void CreateParent(ArtifactPath path, string target)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        }
        catch (IOException) when (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw MlflowException.Invalid($"A part of '{path}' is a file, not a folder");
        }
    }

    private bool IsListed(FileSystemInfo entry, ArtifactPath folder) =>
        !(folder.Text.Length == 0 && entry.Name == ArtifactPath.UploadFolder) && (entry.LinkTarget is null || StaysInside(entry));

    /// <summary>The place of a path on the disk. Every part that exists is looked at: a link to a place outside is an error.</summary>
    private string Locate(ArtifactPath path)
    {
        var place = Root;
        foreach (var segment in path.Text.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            place = Path.Combine(place, segment);
            var entry = new FileInfo(place);
            if (entry.LinkTarget is not null && !StaysInside(entry)) throw ArtifactPath.Invalid();
        }

        return place;
    }

    private bool StaysInside(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true)?.FullName.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) is true;
        }
        catch (IOException)
        {
            // A circle of links leads nowhere, so not to a place inside either.
            return false;
        }
    }
}
