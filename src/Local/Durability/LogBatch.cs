using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>Records that one write appends to the log, and the task that their writers wait for.</summary>
internal sealed class LogBatch
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The records.</summary>
    public BinaryOutput Records { get; } = new();

    /// <summary>The catalog to write as a snapshot after this batch, which begins a new log; null for no snapshot.</summary>
    public Catalog? SnapshotAfter { get; set; }

    /// <summary>Completes when the records are kept.</summary>
    public Task Written => written.Task;

    /// <summary>Reports that the records are kept.</summary>
    public void Complete() => written.SetResult();

    /// <summary>Reports that the records could not be kept.</summary>
    public void Fail(IOException reason)
    {
        written.SetException(reason);

        // If no one waits for this batch, the exception would surface as unobserved. The log remembers the failure.
        _ = written.Task.Exception;
    }
}
