namespace DynamoToolkit.Local;

/// <summary>The options of an engine.</summary>
public sealed class LocalDynamoOptions
{
    /// <summary>The default of <see cref="CompactionThreshold"/>.</summary>
    public const long DefaultCompactionThreshold = 64 * 1024 * 1024;

    /// <summary>The clock, for expiry, transaction tokens and creation dates.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long after its expiry time the engine deletes an item. The service takes up to a few days.</summary>
    public TimeSpan ExpiryDelay { get; init; } = TimeSpan.Zero;

    /// <summary>The interval at which the engine looks for expired items; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan ExpiryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether the engine forces a write to the disk before it acknowledges the write. If so, an acknowledged write also survives a failure
    /// of the machine; otherwise it survives only the end of the process. Concurrent writes share one flush.
    /// </summary>
    public bool FlushToDisk { get; init; } = true;

    /// <summary>
    /// Whether a folder opens although acknowledged writes are damaged or missing. <see cref="LocalDynamo.Recovery"/> reports what is lost,
    /// and the files are kept aside.
    /// </summary>
    public bool Recover { get; init; }

    /// <summary>How the engine measures the capacity of each partition key, and whether it throttles; null for not at all.</summary>
    public HeatOptions? Heat { get; init; }

    /// <summary>Where the chance of injected faults begins (<see cref="LocalDynamo.Faults"/>).</summary>
    public int FaultSeed { get; init; } = 1;

    /// <summary>
    /// The size in bytes from which the engine folds the log into a snapshot, provided that the log is also larger than the last snapshot.
    /// </summary>
    public long CompactionThreshold { get; init; } = DefaultCompactionThreshold;
}
