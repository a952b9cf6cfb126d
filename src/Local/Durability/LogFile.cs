using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>The current log file, and the switch to the next log, which takes a snapshot.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly DataFolder folder;
    private RecordFile file;
    private long generation;
    private long snapshotBytes;
    private Task snapshot = Task.CompletedTask;

    public LogFile(DataFolder folder, Recovery recovery)
    {
        this.folder = folder;
        generation = recovery.Generation;
        snapshotBytes = recovery.SnapshotLength;
        file = RecordFile.Open(folder.Log(generation), recovery.LogLength);
        file.Flush();
        folder.Flush();
    }

    /// <summary>The size of the last snapshot.</summary>
    public long SnapshotBytes => Interlocked.Read(ref snapshotBytes);

    /// <summary>Whether a snapshot can begin, because none is being taken.</summary>
    public bool CanTakeSnapshot => Volatile.Read(ref snapshot).IsCompleted;

    /// <summary>Appends records.</summary>
    public void Append(ReadOnlySpan<byte> records, bool flush)
    {
        try
        {
            file.Append(records);
            if (flush)
                file.Flush();
        }
        catch (IOException)
        {
            file.CutBack();
            throw;
        }
    }

    /// <summary>Begins a new log, and takes a snapshot of the catalog in the background.</summary>
    public void BeginNext(Catalog catalog)
    {
        file.Flush();
        var next = RecordFile.Create(folder.Log(generation + 1));
        next.Flush();
        folder.Flush();
        file.Dispose();
        file = next;
        generation++;
        var taken = generation;
        Volatile.Write(ref snapshot, Task.Run(() => TakeSnapshot(taken, catalog)));
    }

    public void Dispose()
    {
        snapshot.Wait();
        file.Dispose();
    }

    private void TakeSnapshot(long number, Catalog catalog)
    {
        try
        {
            Interlocked.Exchange(ref snapshotBytes, SnapshotWriter.Write(folder, number, catalog));
            folder.DeleteBefore(number);
        }
        catch (IOException)
        {
            // Nothing is lost: the logs hold everything, and there will be another snapshot. The next start deletes the remains.
        }
    }
}
