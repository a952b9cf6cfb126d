using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>The current log file, and the switch to the next log, which takes a snapshot.</summary>
internal sealed class LogFile : IDisposable
{
    // How much gathers before it is forced to the disk in the background.
    private const int FlushBytes = 1 << 20;

    private readonly DataFolder folder;
    private readonly HeadFile head;
    private RecordFile file;
    private long generation;
    private long flushed;
    private long unflushed;
    private long snapshotBytes;
    private Task snapshot = Task.CompletedTask;
    private Task backgroundFlush = Task.CompletedTask;
    private IOException? snapshotFailure;

    private LogFile(DataFolder folder, HeadFile head, RecordFile file, long generation, long snapshotBytes)
    {
        this.folder = folder;
        this.head = head;
        this.file = file;
        this.generation = generation;
        this.snapshotBytes = snapshotBytes;
        flushed = file.Length;
    }

    /// <summary>The size of the last snapshot.</summary>
    public long SnapshotBytes => Interlocked.Read(ref snapshotBytes);

    /// <summary>Whether a snapshot can begin, because none is being taken.</summary>
    public bool CanTakeSnapshot => Volatile.Read(ref snapshot).IsCompleted;

    /// <summary>Whether the switch to the next log is short, because little of this one is left to be forced to the disk.</summary>
    /// <remarks>As of the last append: while another thread appends, the lengths themselves say nothing.</remarks>
    public bool IsAlmostFlushed => Interlocked.Read(ref unflushed) <= FlushBytes;

    /// <summary>Why the last snapshot could not be taken; null if it could. Nothing is lost: the logs hold everything.</summary>
    public IOException? SnapshotFailure => Volatile.Read(ref snapshotFailure);

    /// <summary>Begins the first log of a folder without data.</summary>
    public static LogFile Create(DataFolder folder)
    {
        var head = HeadFile.Create(folder, new Head(0, 0, 0, BootId.Current));
        return OrDispose(head, () =>
        {
            var file = CreateLog(folder, 0, previousLength: 0);
            return OrDispose(file, () =>
            {
                var log = new LogFile(folder, head, file, 0, snapshotBytes: 0);
                log.WriteHead();
                return log;
            });
        });
    }

    /// <summary>Continues the last log of a folder without losses.</summary>
    public static LogFile Continue(DataFolder folder, Recovery recovery)
    {
        var file = RecordFile.Open(folder.Disk, folder.Log(recovery.Generation), recovery.LogLength);
        return OrDispose(file, () =>
        {
            file.Flush();
            folder.Disk.Delete(folder.Log(recovery.Generation + 1));
            var head = HeadFile.Open(folder, new Head(recovery.Generation, recovery.LogLength, recovery.LogLength, BootId.Current));
            return new LogFile(folder, head, file, recovery.Generation, recovery.SnapshotLength);
        });
    }

    /// <summary>Begins a log behind a snapshot of everything, in a folder whose other files do not count any more.</summary>
    public static LogFile Restart(DataFolder folder, long generation, Catalog catalog, CancellationToken cancellationToken = default)
    {
        var file = CreateLog(folder, generation, previousLength: 0);
        return OrDispose(file, () =>
        {
            var snapshotBytes = SnapshotWriter.Write(folder, generation, catalog, cancellationToken);
            var head = HeadFile.Create(folder, new Head(generation, file.Length, file.Length, BootId.Current));
            return new LogFile(folder, head, file, generation, snapshotBytes);
        });
    }

    /// <summary>Appends records. After a failure, the log is as before.</summary>
    /// <exception cref="IOException">The records could not be kept.</exception>
    public void Append(ReadOnlySpan<byte> records, bool flush)
    {
        var before = file.Length;
        try
        {
            file.Append(records);
            if (flush)
                Flush();
            WriteHead();
            FlushIfLong();
        }
        catch (IOException)
        {
            Interlocked.Exchange(ref flushed, Math.Min(Interlocked.Read(ref flushed), before));
            file.CutTo(before);
            throw;
        }
    }

    /// <summary>Checks whether records can be appended again after a failure.</summary>
    /// <exception cref="IOException">They can't.</exception>
    public void Probe() => file.Probe();

    /// <summary>Begins a new log, and takes a snapshot of the catalog in the background. After a failure, the old log goes on.</summary>
    public void BeginNext(Catalog catalog)
    {
        try
        {
            backgroundFlush.Wait();
            Flush();
            var next = CreateLog(folder, generation + 1, file.Length);
            file.Dispose();
            file = next;
            generation++;
            Interlocked.Exchange(ref flushed, file.Length);
            WriteHead();
            var taken = generation;
            Volatile.Write(ref snapshot, Task.Run(() => TakeSnapshot(taken, catalog)));
        }
        catch (IOException exception)
        {
            Volatile.Write(ref snapshotFailure, exception);
        }
    }

    public void Dispose()
    {
        snapshot.Wait();
        backgroundFlush.Wait();
        file.Dispose();
        head.Dispose();
    }

    // A file that is open stays open only if what needs it comes about.
    private static LogFile OrDispose(IDisposable open, Func<LogFile> opens)
    {
        try
        {
            return opens();
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    // The file appears with its beginning or not at all.
    private static RecordFile CreateLog(DataFolder folder, long generation, long previousLength)
    {
        var unfinished = folder.UnfinishedLog(generation);
        RecordFile? file = null;
        try
        {
            file = RecordFile.Create(folder.Disk, unfinished);
            file.Append(new LogBeginning(generation, previousLength).ToRecord());
            file.Flush();
            folder.Disk.Move(unfinished, folder.Log(generation));
            folder.Flush();
            return file;
        }
        catch
        {
            file?.Dispose();
            folder.Disk.Delete(unfinished);
            throw;
        }
    }

    private void Flush()
    {
        file.Flush();
        Interlocked.Exchange(ref flushed, file.Length);
    }

    // Otherwise the switch to the next log would have to force all of this one to the disk, while the writers wait.
    private void FlushIfLong()
    {
        var length = file.Length;
        Interlocked.Exchange(ref unflushed, length - Interlocked.Read(ref flushed));
        if (!IsAlmostFlushed && backgroundFlush.IsCompleted)
            backgroundFlush = Task.Run(() => FlushInBackground(length));
    }

    // The file stays the current one meanwhile, and is not cut below this length: its records are acknowledged.
    private void FlushInBackground(long length)
    {
        try
        {
            file.Flush();
            Interlocked.Exchange(ref flushed, length);
        }
        catch (IOException exception)
        {
            // No one was promised that these records survive a failure of the machine. The next snapshot has them again.
            Volatile.Write(ref snapshotFailure, exception);
        }
    }

    private void WriteHead() => head.Write(new Head(generation, file.Length, Interlocked.Read(ref flushed), BootId.Current));

    private void TakeSnapshot(long number, Catalog catalog)
    {
        try
        {
            Interlocked.Exchange(ref snapshotBytes, SnapshotWriter.Write(folder, number, catalog, CancellationToken.None));
            folder.DeleteBefore(number);
            Volatile.Write(ref snapshotFailure, null);
        }
        catch (IOException exception)
        {
            // Nothing is lost: the logs hold everything, and there will be another snapshot. The next start deletes the remains.
            Volatile.Write(ref snapshotFailure, exception);
        }
    }
}
