namespace DynamoToolkit.Local;

/// <summary>What can be set on an engine.</summary>
public sealed class LocalDynamoOptions
{
    /// <summary>Where the engine gets the time from: expiry, transaction tokens, creation dates.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long after its expiry time an item is deleted. The service takes up to some days.</summary>
    public TimeSpan ExpiryDelay { get; init; } = TimeSpan.Zero;

    /// <summary>How often the engine looks for expired items; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan ExpiryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether a write is acknowledged only when it has been forced to the disk, so that it also survives the machine. Without it a write
    /// survives the end of the process, not of the machine. Concurrent writes share one forcing.
    /// </summary>
    public bool FlushToDisk { get; init; } = true;

    /// <summary>How large the log may grow before it is folded into a snapshot; it also waits until the log is larger than the last snapshot.</summary>
    public long CompactionThreshold { get; init; } = 64 * 1024 * 1024;
}
