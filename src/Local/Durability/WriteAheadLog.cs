using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// The write-ahead log of a folder. A thread of its own writes what has gathered since its last turn, forces it to the disk once, and wakes
/// everyone who waited for it. When the log has grown enough it begins a new one and takes a snapshot in the background.
/// </summary>
internal sealed class WriteAheadLog : IChangeLog, IDisposable
{
    private readonly DataFolder folder;
    private readonly LocalDynamoOptions options;
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

    private WriteAheadLog(DataFolder folder, LocalDynamoOptions options, Recovery recovery)
    {
        this.folder = folder;
        this.options = options;
        Recovered = recovery.ToCatalog();
        log = new LogFile(folder, recovery);
        logBytes = recovery.LogLength;
        if (!options.FlushToDisk)
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

    /// <summary>Opens the log of a folder, and brings back what it holds.</summary>
    /// <exception cref="LocalDataException">The folder is in use, or its data is damaged.</exception>
    public static WriteAheadLog Open(string path, LocalDynamoOptions options)
    {
        var folder = DataFolder.Open(path);
        try
        {
            return new WriteAheadLog(folder, options, Recovery.Run(folder));
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
            batch.Records.Add(payload.Written);
            logBytes += payload.Length;
            if (logBytes >= Math.Max(options.CompactionThreshold, log.SnapshotBytes) && log.CanTakeSnapshot)
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

    /// <summary>Writes what is left, and gives the folder free.</summary>
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

    // Without forcing to the disk there is nothing to share, and a thread in between would only cost time.
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
            log.Append(batch.Records.Written, options.FlushToDisk);
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
