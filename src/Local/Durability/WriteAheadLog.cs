using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// The write-ahead log of a folder. Its thread writes the records that gathered since its last turn, forces them to the disk once, and
/// completes the tasks of their writers. When the log has grown enough, it begins a new one and takes a snapshot in the background. If
/// records cannot be kept, their changes are undone, and the next write checks whether the disk takes records again.
/// </summary>
internal sealed class WriteAheadLog : IChangeLog, IDisposable
{
    private readonly DataFolder folder;
    private readonly bool flush;
    private readonly long compactionThreshold;
    private readonly object gate = new();
    private readonly BinaryOutput payload = new();
    private readonly Queue<LogBatch> sealedBatches = new();
    private readonly Thread? writer;
    private readonly LogFile log;
    private LogBatch gathering = new();
    private LogBatch? inHand;
    private Catalog kept;
    private long logBytes;
    private IOException? failure;
    private bool closing;

    private WriteAheadLog(DataFolder folder, bool flush, long compactionThreshold, Recovery recovery)
    {
        this.folder = folder;
        this.flush = flush;
        this.compactionThreshold = compactionThreshold;
        Recovered = kept = recovery.Content.ToCatalog();
        log = OpenLog(folder, recovery, Recovered, out var report);
        Report = report;
        logBytes = recovery.LogLength;
        if (!flush)
            return;

        writer = new Thread(Run) { Name = "DynamoToolkit log", IsBackground = true };
        writer.Start();
    }

    /// <summary>What opening the folder found.</summary>
    public LocalRecovery Report { get; }

    /// <summary>Why the last snapshot could not be taken; null if it could.</summary>
    public IOException? SnapshotFailure => log.SnapshotFailure;

    public Catalog Recovered { get; }

    public Action<Func<Catalog>>? Undo { private get; set; }

    public Task Settled
    {
        get
        {
            lock (gate)
            {
                var last = gathering.Records.Length > 0 ? gathering : sealedBatches.LastOrDefault() ?? inHand;
                return last?.Written ?? Task.CompletedTask;
            }
        }
    }

    /// <summary>Opens the log of a folder, and restores its content.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="flush">Whether a write must be forced to the disk before it counts as kept.</param>
    /// <param name="compactionThreshold">The size in bytes from which the log is folded into a snapshot.</param>
    /// <param name="salvages">Whether to open a folder in which acknowledged writes are damaged or missing.</param>
    /// <param name="disk">The disk.</param>
    /// <exception cref="LocalDataException">The folder is in use, or its data is damaged.</exception>
    public static WriteAheadLog Open(string path, bool flush, long compactionThreshold, bool salvages, Disk disk)
    {
        var folder = DataFolder.Open(path, disk);
        try
        {
            return new WriteAheadLog(folder, flush, compactionThreshold, Recovery.Run(folder, salvages));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Checks whether the disk takes records. Writes nothing if the last record was kept.</summary>
    /// <returns>Why it takes none; null if it takes them.</returns>
    public IOException? Probe()
    {
        lock (gate)
        {
            if (failure is null || closing)
                return failure;

            try
            {
                // After a failure there is no batch, so the writer does not use the file.
                log.Probe();
                failure = null;
            }
            catch (IOException exception)
            {
                failure = exception;
            }

            return failure;
        }
    }

    /// <summary>Whether the last write failed, so that the next one tries the disk, which may take long.</summary>
    public bool HasFailed => Volatile.Read(ref failure) is not null;

    public Task Append(List<Change> changes, Catalog after)
    {
        lock (gate)
        {
            if (closing)
                throw DynamoError.InternalServer("The engine has been closed.");
            if (Probe() is { } reason)
                throw DynamoError.NotKept(reason);

            payload.Clear();
            foreach (var change in changes)
                ChangeCodec.Write(payload, change);

            var batch = gathering;
            RecordFormat.WriteRecord(batch.Records, payload.Written);
            batch.After = after;
            logBytes += payload.Length;
            if (EndsLog())
            {
                batch.EndsLog = true;
                logBytes = 0;
                sealedBatches.Enqueue(batch);
                gathering = new LogBatch();
            }

            if (writer is null)
                WriteNow();
            else
                Monitor.Pulse(gate);
            return batch.Written;
        }
    }

    /// <summary>Writes the remaining records, and releases the folder.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }

        writer?.Join();
        log.Dispose();
        folder.Dispose();
    }

    private static LogFile OpenLog(DataFolder folder, Recovery recovery, Catalog catalog, out LocalRecovery report)
    {
        folder.DeleteUnfinished();
        report = new LocalRecovery { DroppedBytes = recovery.DroppedBytes, Losses = recovery.Losses };
        if (recovery.Losses.Count == 0)
        {
            folder.DeleteBefore(recovery.FirstGeneration);
            return recovery.LogLength > 0 ? LogFile.Continue(folder, recovery) : LogFile.Create(folder);
        }

        var next = recovery.Generation + 1;
        folder.AnnounceAside(next);
        var log = LogFile.Restart(folder, next, catalog);
        try
        {
            report = report with { DamagedFiles = folder.SetAside(next) };
            return log;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    // If the writers are faster than the disk, so that much is always left to be forced to it, a log twice as long ends nevertheless.
    private bool EndsLog()
    {
        var threshold = Math.Max(compactionThreshold, log.SnapshotBytes);
        return logBytes >= threshold && log.CanTakeSnapshot && (log.IsAlmostFlushed || logBytes / 2 >= threshold);
    }

    // Without a flush to share among writers, a thread would only cost time.
    private void WriteNow()
    {
        while (TakeBatch() is { } batch)
        {
            if (Write(batch) is not { } reason)
                continue;

            failure = reason;
            throw DynamoError.NotKept(reason);
        }
    }

    private void Run()
    {
        while (true)
        {
            LogBatch? batch;
            lock (gate)
            {
                while ((batch = TakeBatch()) is null && !closing)
                    Monitor.Wait(gate);
                inHand = batch;
            }

            if (batch is null)
                return;

            if (Write(batch) is { } reason)
                UndoFrom(batch, reason);
        }
    }

    private LogBatch? TakeBatch()
    {
        if (sealedBatches.TryDequeue(out var batch))
            return batch;
        if (gathering.Records.Length == 0)
            return null;

        batch = gathering;
        gathering = new LogBatch();
        return batch;
    }

    // Returns why the batch could not be kept; null if it is.
    private IOException? Write(LogBatch batch)
    {
        try
        {
            log.Append(batch.Records.Written, flush);
        }
        catch (IOException exception)
        {
            return exception;
        }

        kept = batch.After;
        batch.Complete();

        // A batch may have been sealed before the snapshot of the one before it began. Then the next batch of that length ends the log.
        if (batch.EndsLog && log.CanTakeSnapshot)
            log.BeginNext(batch.After);
        return null;
    }

    // The batches that gathered meanwhile build upon the failed one.
    private void UndoFrom(LogBatch failed, IOException reason)
    {
        List<LogBatch> batches = [failed];
        Undo?.Invoke(() =>
        {
            lock (gate)
            {
                failure = reason;
                batches.AddRange(sealedBatches);
                batches.Add(gathering);
                sealedBatches.Clear();
                gathering = new LogBatch();
                inHand = null;
                return kept;
            }
        });
        batches.ForEach(batch => batch.Fail(reason));
    }
}
