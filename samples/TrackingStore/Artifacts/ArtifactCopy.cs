using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrackingStore.Artifacts;

/// <summary>Copies the files of an artifact root, also while a server writes and deletes files there.</summary>
internal static class ArtifactCopy
{
    private const int BufferSize = 128 * 1024;
    private const char NotUtf8 = '\uFFFD';

    /// <summary>The copy of no file.</summary>
    public static CopiedFiles Nothing { get; } = new(0, 0, 0, 0, Convert.ToHexStringLower(SHA256.HashData([])));

    /// <summary>Copies all files and folders.</summary>
    /// <param name="from">The folder to copy. If it does not exist, it has no files.</param>
    /// <param name="to">The folder to make.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="IOException">A file cannot be copied; also one whose name is not UTF-8.</exception>
    public static async Task<CopiedFiles> CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        from = Path.TrimEndingDirectorySeparator(Path.GetFullPath(from));
        Directory.CreateDirectory(to);
        var (files, bytes, links, others) = (0L, 0L, 0L, 0L);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entries = Directory.Exists(from) ? FolderTree.Walk(from, Path.Combine(from, ArtifactPath.UploadFolder)) : [];
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.GetRelativePath(from, entry.FullName);
            if (entry.LinkTarget is not null)
            {
                links++;
                continue;
            }

            RequireReachable(entry, from);
            if (entry is DirectoryInfo)
            {
                Directory.CreateDirectory(Path.Combine(to, path));
                Append(digest, $"{path}/\n");
            }
            else if (!FileKind.IsRegularFile(entry.FullName))
            {
                others++;
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

        return new CopiedFiles(files, bytes, links, others, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private static void Append(IncrementalHash digest, string text) => digest.AppendData(Encoding.UTF8.GetBytes(text));

    /// <summary>A name that is not UTF-8 is decoded to one that does not exist. It must not pass for that of a deleted file.</summary>
    private static void RequireReachable(FileSystemInfo entry, string from)
    {
        if (!Path.GetRelativePath(from, entry.FullName).Contains(NotUtf8) || Path.Exists(entry.FullName)) return;
        throw new IOException($"The name of '{entry.FullName}' is not UTF-8, so it cannot be copied. Rename or delete it.");
    }

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
