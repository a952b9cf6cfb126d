namespace TrackingStore.Server;

/// <summary>
/// A folder that appears under its name only when it is whole. Until then it lies beside that, and what a process that was killed has left
/// of it is removed the next time.
/// </summary>
internal sealed class UnfinishedFolder : IDisposable
{
    private readonly string target;
    private readonly FileStream ownLock;

    /// <summary>Begins the folder.</summary>
    /// <param name="name">The name that it gets. There must be nothing but an empty folder.</param>
    /// <exception cref="IOException">There is something, or another process makes the same folder.</exception>
    public UnfinishedFolder(string name)
    {
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(name));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new IOException($"'{target}' has data already. Nothing was written; name a folder that does not exist.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Current = target + ".unfinished";
        ownLock = new FileStream(
            Current + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        Discard();
        Directory.CreateDirectory(Current);
    }

    /// <summary>Where the folder is until it is whole.</summary>
    public string Current { get; }

    /// <summary>Gives the folder its name.</summary>
    public void Finish()
    {
        if (Directory.Exists(target)) Directory.Delete(target);
        Directory.Move(Current, target);
    }

    /// <summary>Removes the folder, unless it has its name.</summary>
    public void Dispose()
    {
        Discard();
        ownLock.Dispose();
    }

    private void Discard()
    {
        if (Directory.Exists(Current)) Directory.Delete(Current, recursive: true);
    }
}
