using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// The write-ahead log of a folder. Its thread writes the records that gathered since its last turn, forces them to the disk once, and
/// completes the tasks of their writers. When the log has grown enough, it begins a new one and takes a snapshot in the background.
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
    private long logBytes;
    private IOException? failure;
    private bool closing;

    private WriteAheadLog(DataFolder folder, bool flush, long compactionThreshold, Recovery recovery)
    {
        this.folder = folder;
        this.flush = flush;
        this.compactionThreshold = compactionThreshold;
        Recovered = recovery.ToCatalog();
        log = new LogFile(folder, recovery);
        logBytes = recovery.LogLength;
        if (!flush)
            return;

        writer = new Thread(Run) { Name = "DynamoToolkit log", IsBackground = true };
        writer.Start();
    }

    public Catalog Recovered { get; }

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
    /// <exception cref="LocalDataException">The folder is in use, or its data is damaged.</exception>
    public static WriteAheadLog Open(string path, bool flush, long compactionThreshold)
    {
        var folder = DataFolder.Open(path);
        try
        {
            return new WriteAheadLog(folder, flush, compactionThreshold, Recovery.Run(folder));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void ThrowIfFailed()
    {
        if (Volatile.Read(ref failure) is { } reason)
            throw DynamoError.InternalServer("The data folder can no longer be written to: " + reason.Message);
    }

    public Task Append(List<Change> changes, Catalog after)
    {
        lock (gate)
        {
            ThrowIfFailed();
            if (closing)
                throw DynamoError.InternalServer("The engine has been closed.");

            payload.Clear();
            foreach (var change in changes)
                ChangeCodec.Write(payload, change);

            var batch = gathering;
            RecordFormat.WriteRecord(batch.Records, payload.Written);
            logBytes += payload.Length;
            if (logBytes >= Math.Max(compactionThreshold, log.SnapshotBytes) && log.CanTakeSnapshot)
            {
                batch.SnapshotAfter = after;
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

    // Without a flush to share among writers, a thread would only cost time.
    private void WriteNow()
    {
        while (TakeBatch() is { } batch)
        {
            WriteBatch(batch);
            ThrowIfFailed();
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

            WriteBatch(batch);
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

    private void WriteBatch(LogBatch batch)
    {
        if (failure is not null)
        {
            batch.Fail(failure);
            return;
        }

        try
        {
            log.Append(batch.Records.Written, flush);
            if (batch.SnapshotAfter is not null)
                log.BeginNext(batch.SnapshotAfter);
            batch.Complete();
        }
        catch (IOException exception)
        {
            Volatile.Write(ref failure, exception);
            batch.Fail(exception);
        }
    }
}
