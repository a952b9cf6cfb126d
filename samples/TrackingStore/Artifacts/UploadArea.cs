namespace TrackingStore.Artifacts;

/// <summary>
/// The place of files while they are uploaded: a folder for each server process, so that processes can share an artifact root. A process
/// holds a lock on its folder, which the system releases however the process ends. Folders without a lock are what it left behind.
/// </summary>
internal sealed class UploadArea : IDisposable
{
    private const string LockExtension = ".lock";
    private static readonly TimeSpan MaxAgeOfLooseFiles = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly string all;
    private readonly string own;
    private FileStream? ownLock;

    /// <summary>Opens the area, and removes what interrupted uploads left in it.</summary>
    /// <param name="folder">The folder of the area. It is created with the first upload.</param>
    public UploadArea(string folder)
    {
        all = folder;
        own = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        if (Directory.Exists(all)) Sweep();
    }

    /// <summary>The path of a new file.</summary>
    public string NewFile()
    {
        lock (gate)
        {
            Directory.CreateDirectory(all);
            // The lock is there before the folder, so no other process takes the folder for a dead one's.
            ownLock ??= TryLock(own) ?? throw new IOException($"The folder '{own}' can't be locked.");
            Directory.CreateDirectory(own);
        }

        return Path.Combine(own, Guid.NewGuid().ToString("N"));
    }

    /// <summary>Removes the folder of this process.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (ownLock is null) return;
            Remove(own, ownLock);
            ownLock = null;
        }
    }

    private void Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(all))
            if (TryLock(folder) is { } abandoned) Remove(folder, abandoned);

        // Earlier versions put files here, without a folder.
        var limit = DateTime.UtcNow - MaxAgeOfLooseFiles;
        foreach (var file in new DirectoryInfo(all).EnumerateFiles())
            if (file.Extension != LockExtension && file.LastWriteTimeUtc < limit) file.Delete();
    }

    private static void Remove(string folder, FileStream folderLock)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        File.Delete(folder + LockExtension);
        folderLock.Dispose();
    }

    private static FileStream? TryLock(string folder)
    {
        try
        {
            return new FileStream(folder + LockExtension, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // A living process has it.
            return null;
        }
    }
}
