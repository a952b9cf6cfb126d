using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrackingStore.Artifacts;

/// <summary>Copies the files of an artifact root, also while a server writes and deletes files there.</summary>
internal static class ArtifactCopy
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Copies all files and folders.</summary>
    /// <param name="from">The folder to copy. If it does not exist, it has no files.</param>
    /// <param name="to">The folder to make.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<CopiedFiles> CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        from = Path.TrimEndingDirectorySeparator(Path.GetFullPath(from));
        Directory.CreateDirectory(to);
        var (files, bytes, links) = (0L, 0L, 0L);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entries = Directory.Exists(from) ? FolderTree.Walk(from, Path.Combine(from, ArtifactPath.UploadFolder)) : [];
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.GetRelativePath(from, entry.FullName);
            if (entry.LinkTarget is not null)
            {
                links++;
            }
            else if (entry is DirectoryInfo)
            {
                Directory.CreateDirectory(Path.Combine(to, path));
                Append(digest, $"{path}/\n");
            }
            else if (OpenRead(entry.FullName) is { } source)
            {
                await using (source)
                {
                    var length = await CopyFileAsync(source, Path.Combine(to, path), digest, cancellationToken);
                    Append(digest, string.Create(CultureInfo.InvariantCulture, $"{path}\n{length}\n"));
                    (files, bytes) = (files + 1, bytes + length);
                }
            }
        }

        return new CopiedFiles(files, bytes, links, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private static void Append(IncrementalHash digest, string text) => digest.AppendData(Encoding.UTF8.GetBytes(text));

    private static FileStream? OpenRead(string path)
    {
        try
        {
            const FileShare anything = FileShare.ReadWrite | FileShare.Delete;
            return new FileStream(path, FileMode.Open, FileAccess.Read, anything, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A request has deleted it.
            return null;
        }
    }

    private static async Task<long> CopyFileAsync(
        FileStream source, string to, IncrementalHash digest, CancellationToken cancellationToken)
    {
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        var buffer = new byte[BufferSize];
        var length = 0L;
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0; length += read)
        {
            digest.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        // What a command reports as copied survives the loss of power.
        target.Flush(flushToDisk: true);
        return length;
    }
}
