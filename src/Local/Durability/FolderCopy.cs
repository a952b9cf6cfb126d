using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>Copies data to a new folder.</summary>
internal static class FolderCopy
{
    private const int MaxAttempts = 10;
    private const long FirstGeneration = 1;

    /// <summary>Writes a catalog to a new folder. After a failure, nothing is left but the lock of a folder that was there.</summary>
    /// <exception cref="LocalDataException">The folder has data already.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(Catalog catalog, string to, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isNew = !Directory.Exists(to);
        try
        {
            WriteFiles(catalog, to, cancellationToken);
        }
        catch (Exception exception) when (isNew && exception is OperationCanceledException or IOException and not LocalDataException)
        {
            DataFolder.DeleteEmpty(to);
            throw;
        }
    }

    private static void WriteFiles(Catalog catalog, string to, CancellationToken cancellationToken)
    {
        using var folder = DataFolder.Open(to, Disk.Real);
        if (File.Exists(folder.Head) || folder.Logs().Count > 0 || folder.Snapshots().Count > 0)
            throw new LocalDataException($"The folder {folder.FullPath} has data already.");

        try
        {
            LogFile.Restart(folder, FirstGeneration, catalog, cancellationToken).Dispose();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            folder.Disk.Delete(folder.Snapshot(FirstGeneration));
            folder.Disk.Delete(folder.Log(FirstGeneration));
            folder.Disk.Delete(folder.Head);
            folder.DeleteUnfinished();
            throw;
        }
    }

    /// <summary>Copies a folder that another process may have open.</summary>
    /// <exception cref="LocalDataException">Acknowledged writes are damaged or missing, or the new folder has data already.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled. Nothing of the copy is left.</exception>
    public static void Copy(string from, string to, CancellationToken cancellationToken)
    {
        var source = DataFolder.Look(from);
        for (var attempt = 1; ; attempt++)
        {
            var before = FilesOf(source);
            try
            {
                Write(Recovery.Run(source, salvages: false).Content.ToCatalog(), to, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is FileNotFoundException or LocalDataException)
            {
                // The process that has the folder open replaces the log by a snapshot now and then.
                if (attempt == MaxAttempts || FilesOf(source).SequenceEqual(before))
                    throw;
            }
        }
    }

    private static List<long> FilesOf(DataFolder folder) => [.. folder.Snapshots(), .. folder.Logs()];
}
