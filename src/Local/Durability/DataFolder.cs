using System.Globalization;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// A folder of data: <c>snapshot-N</c> holds everything up to a moment, <c>log-N</c> the changes since. While a snapshot is being written,
/// the folder has two logs. Only one process at a time can open a folder.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "lock";
    private const string SnapshotPrefix = "snapshot-";
    private const string LogPrefix = "log-";
    private const string Unfinished = ".tmp";
    private readonly string path;
    private readonly FileStream ownership;

    private DataFolder(string path, FileStream ownership)
    {
        this.path = path;
        this.ownership = ownership;
    }

    /// <summary>Opens a folder. Creates it if it does not exist.</summary>
    /// <exception cref="LocalDataException">Another process or another engine has the folder open.</exception>
    public static DataFolder Open(string path)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(path);
        try
        {
            var file = new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, file);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new LocalDataException($"The folder {path} is in use by another process or engine.", exception);
        }
    }

    /// <summary>The path of a log.</summary>
    public string Log(long generation) => Path.Combine(path, LogPrefix + Name(generation));

    /// <summary>The path of a snapshot.</summary>
    public string Snapshot(long generation) => Path.Combine(path, SnapshotPrefix + Name(generation));

    /// <summary>The path of a snapshot while it is being written.</summary>
    public string UnfinishedSnapshot(long generation) => Snapshot(generation) + Unfinished;

    /// <summary>The generations of the snapshots, in order.</summary>
    public List<long> Snapshots() => Generations(SnapshotPrefix);

    /// <summary>The generations of the logs, in order.</summary>
    public List<long> Logs() => Generations(LogPrefix);

    /// <summary>Deletes the logs and snapshots that a newer snapshot replaces.</summary>
    public void DeleteBefore(long generation)
    {
        foreach (var older in Logs().Where(older => older < generation))
            File.Delete(Log(older));
        foreach (var older in Snapshots().Where(older => older < generation))
            File.Delete(Snapshot(older));
    }

    /// <summary>Deletes unfinished snapshots.</summary>
    public void DeleteUnfinished()
    {
        foreach (var file in Directory.EnumerateFiles(path, SnapshotPrefix + "*" + Unfinished))
            File.Delete(file);
    }

    /// <summary>Forces the folder's directory to the disk.</summary>
    public void Flush() => DirectorySync.Flush(path);

    public void Dispose() => ownership.Dispose();

    private List<long> Generations(string prefix)
    {
        var generations = new List<long>();
        foreach (var file in Directory.EnumerateFiles(path, prefix + "*"))
        {
            var number = Path.GetFileName(file).AsSpan(prefix.Length);
            if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
                generations.Add(generation);
        }

        generations.Sort();
        return generations;
    }

    private static string Name(long generation) => generation.ToString("D8", CultureInfo.InvariantCulture);
}
