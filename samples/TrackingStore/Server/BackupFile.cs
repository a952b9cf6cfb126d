using System.Security.Cryptography;

namespace TrackingStore.Server;

/// <summary>A file with items in a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">The SHA-256 of its content.</param>
internal sealed record BackupFile(string Name, long Length, string Sha256)
{
    /// <summary>The files of a folder, by name. Empty ones do not count: they hold no items.</summary>
    public static async Task<IReadOnlyList<BackupFile>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        var files = new List<BackupFile>();
        if (!Directory.Exists(folder)) return files;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Length == 0) continue;
            await using var content = file.OpenRead();
            var hash = await SHA256.HashDataAsync(content, cancellationToken);
            files.Add(new BackupFile(file.Name, content.Length, Convert.ToHexStringLower(hash)));
        }

        return files;
    }
}
