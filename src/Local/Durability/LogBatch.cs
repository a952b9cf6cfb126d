using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>Records that one write appends to the log, and the task that their writers wait for.</summary>
internal sealed class LogBatch
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The catalog after the last record.</summary>
    public Catalog After { get; set; } = Catalog.Empty;

    /// <summary>The records.</summary>
    public BinaryOutput Records { get; } = new();

    /// <summary>Whether a new log and a snapshot begin after this batch, unless a snapshot is being taken then.</summary>
    public bool EndsLog { get; set; }

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
