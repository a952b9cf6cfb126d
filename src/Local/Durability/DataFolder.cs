using System.Globalization;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// A folder of data: <c>snapshot-N</c> holds everything up to a moment, <c>log-N</c> the changes since, and <c>head</c> how much of the
/// log is known to be kept. While a snapshot is being written, the folder has two logs. Only one process at a time can open a folder.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "lock";
    private const string HeadName = "head";
    private const string SnapshotPrefix = "snapshot-";
    private const string LogPrefix = "log-";
    private const string AsidePrefix = "damaged-";
    private const string Unfinished = ".tmp";

    // How much of a file is freed at once.
    private const int DeleteBytes = 1 << 24;
    private readonly FileStream? ownership;

    private DataFolder(string path, Disk disk, FileStream? ownership)
    {
        FullPath = path;
        Disk = disk;
        this.ownership = ownership;
    }

    /// <summary>The path of the folder.</summary>
    public string FullPath { get; }

    /// <summary>The disk that the folder is on.</summary>
    public Disk Disk { get; }

    /// <summary>The path of the head.</summary>
    public string Head => Path.Combine(FullPath, HeadName);

    /// <summary>The path of the head while it is being written.</summary>
    public string UnfinishedHead => Head + Unfinished;

    /// <summary>Opens a folder. Creates it if it does not exist.</summary>
    /// <exception cref="LocalDataException">Another process or another engine has the folder open.</exception>
    public static DataFolder Open(string path, Disk disk)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(path);
        try
        {
            var file = new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, disk, file);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new LocalDataException($"The folder {path} is in use by another process or engine.", exception);
        }
    }

    /// <summary>Deletes a folder that has no data. One with foreign files stays.</summary>
    public static void DeleteEmpty(string path)
    {
        if (!Directory.Exists(path))
            return;

        File.Delete(Path.Combine(path, LockName));
        if (!Directory.EnumerateFileSystemEntries(path).Any())
            Directory.Delete(path);
    }

    /// <summary>Looks at a folder that another process may have open.</summary>
    /// <exception cref="LocalDataException">There is no such folder.</exception>
    public static DataFolder Look(string path) => Directory.Exists(path)
        ? new DataFolder(Path.GetFullPath(path), Disk.Real, ownership: null)
        : throw new LocalDataException($"There is no folder {path}.");

    /// <summary>The path of a log.</summary>
    public string Log(long generation) => Path.Combine(FullPath, LogPrefix + Name(generation));

    /// <summary>The path of a log while its beginning is being written.</summary>
    public string UnfinishedLog(long generation) => Log(generation) + Unfinished;

    /// <summary>The path of a snapshot.</summary>
    public string Snapshot(long generation) => Path.Combine(FullPath, SnapshotPrefix + Name(generation));

    /// <summary>The path of a snapshot while it is being written.</summary>
    public string UnfinishedSnapshot(long generation) => Snapshot(generation) + Unfinished;

    /// <summary>The generations of the snapshots, in order.</summary>
    public List<long> Snapshots() => Generations(SnapshotPrefix);

    /// <summary>The generations of the logs, in order.</summary>
    public List<long> Logs() => Generations(LogPrefix);

    /// <summary>
    /// Deletes the logs and snapshots that a newer snapshot replaces. Keeps them if they were to be set aside, and the process ended before
    /// all were.
    /// </summary>
    public void DeleteBefore(long generation)
    {
        if (Directory.Exists(Aside(generation)))
        {
            SetAside(generation);
            return;
        }

        foreach (var older in Logs().Where(older => older < generation))
            DeleteInSteps(Log(older));
        foreach (var older in Snapshots().Where(older => older < generation))
            DeleteInSteps(Snapshot(older));
    }

    /// <summary>Deletes unfinished files.</summary>
    public void DeleteUnfinished()
    {
        foreach (var file in Directory.EnumerateFiles(FullPath, "*" + Unfinished))
        {
            // The folder may have files of others, such as one for temporary files.
            var name = Path.GetFileNameWithoutExtension(file);
            if (name == HeadName || NumberOf(name, LogPrefix) is not null || NumberOf(name, SnapshotPrefix) is not null)
                Disk.Delete(file);
        }
    }

    /// <summary>
    /// Announces that the files before a generation will be set aside, so that from now on nobody deletes them because of a newer snapshot.
    /// </summary>
    public void AnnounceAside(long generation)
    {
        Directory.CreateDirectory(Aside(generation));
        Flush();
    }

    /// <summary>Moves the logs and snapshots before a generation into a folder of their own, which the engine never reads.</summary>
    /// <returns>The path of that folder.</returns>
    public string SetAside(long generation)
    {
        var aside = Aside(generation);
        foreach (var file in Logs().Where(older => older < generation).Select(Log)
            .Concat(Snapshots().Where(older => older < generation).Select(Snapshot)))
        {
            Disk.Move(file, Path.Combine(aside, Path.GetFileName(file)));
        }

        return aside;
    }

    /// <summary>Forces the names of the folder's files to the disk.</summary>
    public void Flush() => Disk.FlushFolder(FullPath);

    public void Dispose() => ownership?.Dispose();

    // To free hundreds of megabytes at once keeps a file system busy for 100 ms, and the next flush of the log waits for it.
    private void DeleteInSteps(string path)
    {
        using (var file = Disk.Open(path, FileMode.Open))
        {
            for (var length = RandomAccess.GetLength(file) - DeleteBytes; length > 0; length -= DeleteBytes)
            {
                Disk.SetLength(file, length);
                Disk.Flush(file);
            }
        }

        Disk.Delete(path);
    }

    private string Aside(long generation) => Path.Combine(FullPath, AsidePrefix + Name(generation));

    private static long? NumberOf(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private List<long> Generations(string prefix)
    {
        var generations = new List<long>();
        foreach (var file in Directory.EnumerateFiles(FullPath, prefix + "*"))
        {
            if (NumberOf(Path.GetFileName(file), prefix) is { } generation)
                generations.Add(generation);
        }

        generations.Sort();
        return generations;
    }

    private static string Name(long generation) => generation.ToString("D8", CultureInfo.InvariantCulture);
}
