namespace DynamoToolkit.Streams;

/// <summary>What a consumer does in this process at a moment.</summary>
public sealed record StreamStatus
{
    /// <summary>Whether the consumer runs.</summary>
    public bool IsRunning { get; init; }

    /// <summary>The number of shards that this process reads. 0 is normal if there are more workers than shards.</summary>
    public int Shards { get; init; }

    /// <summary>
    /// The age of the oldest change that is read and not handled, over all shards of this process; zero if there is none. The service
    /// rounds the time of a change down to a second.
    /// </summary>
    public TimeSpan Lag { get; init; }

    /// <summary>
    /// The number of records that are read and not handled. The service does not report how many more it has; <see cref="Lag"/> shows
    /// whether there are.
    /// </summary>
    public int PendingRecords { get; init; }

    /// <summary>The number of parked items, once for each handler, as this process knows it.</summary>
    public int ParkedItems { get; init; }

    /// <summary>When this process last read the leases; null before the first time.</summary>
    public DateTimeOffset? LeasesReadAt { get; init; }

    /// <summary>What does not get on, and why; empty if all is well. It has no values of items.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
