using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>Records that go to the log with one write, and the task of everyone who waits for them.</summary>
internal sealed class LogBatch
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The records.</summary>
    public RecordOutput Records { get; } = new();

    /// <summary>The catalog to take a snapshot of behind this batch, so that a new log begins; null for none.</summary>
    public Catalog? SnapshotAfter { get; set; }

    /// <summary>Ends when the records are kept.</summary>
    public Task Written => written.Task;

    /// <summary>Says that the records are kept.</summary>
    public void Complete() => written.SetResult();

    /// <summary>Says that they cannot be kept.</summary>
    public void Fail(IOException reason)
    {
        written.SetException(reason);

        // A batch that nobody waits for must not come back as an unobserved exception: the log has remembered the failure.
        _ = written.Task.Exception;
    }
}
