using DynamoToolkit.Local.Durability;
using TrackingStore.Artifacts;

namespace TrackingStore.Server;

/// <summary>
/// A folder that appears under its name only when it is whole and on the disk. Until then it lies beside that, and what a process that was
/// killed has left of it is removed the next time.
/// </summary>
internal sealed class UnfinishedFolder : IDisposable
{
    /// <summary>What is added to the name of the folder until it is whole.</summary>
    public const string Suffix = ".unfinished";

    // It says that the folder was made here, so it may be deleted. No artifact has this name, so none is in its way.
    private const string Marker = ArtifactPath.UploadFolder;

    private readonly string target;
    private readonly FileStream ownLock;
    private bool isOwn;

    /// <summary>Begins the folder.</summary>
    /// <param name="name">The name that it gets. There must be nothing but an empty folder.</param>
    /// <exception cref="IOException">There is something, or another process makes the same folder.</exception>
    public UnfinishedFolder(string name)
    {
        target = RealPath.Of(name);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new IOException($"'{target}' has data already. Nothing was written; name a folder that does not exist.");
        Create(Path.GetDirectoryName(target)!);
        Current = target + Suffix;
        ownLock = new FileStream(
            Current + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        try
        {
            DiscardEarlier();
            Directory.CreateDirectory(Current);
            isOwn = true;
            File.WriteAllText(Path.Combine(Current, Marker), "This folder is not whole yet, and may be deleted.\n");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where the folder is until it is whole.</summary>
    public string Current { get; }

    /// <summary>Gives the folder its name.</summary>
    public void Finish()
    {
        // The files are on the disk already; their names follow.
        foreach (var folder in Directory.EnumerateDirectories(Current, "*", SearchOption.AllDirectories)) DirectorySync.Flush(folder);
        File.Delete(Path.Combine(Current, Marker));
        DirectorySync.Flush(Current);
        if (Directory.Exists(target)) Directory.Delete(target);
        Directory.Move(Current, target);
        isOwn = false;
        try
        {
            DirectorySync.Flush(Path.GetDirectoryName(target)!);
        }
        catch (IOException e)
        {
            throw new LeftBehindException($"'{target}' is whole, but may not survive the loss of power: {e.Message}", e);
        }
    }

    /// <summary>Removes the folder, unless it has its name.</summary>
    public void Dispose()
    {
        try
        {
            if (isOwn) Discard();
        }
        finally
        {
            ownLock.Dispose();
        }
    }

    private static void Create(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(folder)!;
        Create(parent);
        Directory.CreateDirectory(folder);
        DirectorySync.Flush(parent);
    }

    private void DiscardEarlier()
    {
        if (!Directory.Exists(Current)) return;
        if (!File.Exists(Path.Combine(Current, Marker)) && Directory.EnumerateFileSystemEntries(Current).Any())
            throw new IOException($"'{Current}' is in the way. It is not known to be what an earlier attempt left: move it or delete it.");
        Discard();
    }

    /// <summary>Deletes the folder, its marker last: if this breaks off, the rest can still be recognised.</summary>
    private void Discard()
    {
        if (!Directory.Exists(Current)) return;
        foreach (var entry in new DirectoryInfo(Current).EnumerateFileSystemInfos().Where(entry => entry.Name != Marker).ToList())
        {
            if (entry is DirectoryInfo folder)
                folder.Delete(recursive: true);
            else
                entry.Delete();
        }

        Directory.Delete(Current, recursive: true);
    }
}
