namespace DynamoToolkit.Streams.Workers;

/// <summary>What a worker's health and metrics show of a shard. Written by the shard's worker, read by anyone.</summary>
internal sealed class ShardState(string shardId)
{
    private long oldestTicks;

    public string ShardId => shardId;

    /// <summary>How far the current page is handled; null if there is none.</summary>
    public Delivery.DeliveryProgress? Page { get; set; }

    /// <summary>When the oldest change happened that is read and not handled; null if there is none.</summary>
    public DateTimeOffset? Oldest
    {
        get => Interlocked.Read(ref oldestTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        set => Interlocked.Exchange(ref oldestTicks, value?.UtcTicks ?? 0);
    }

    /// <summary>Whether the service has deleted changes, and the shard waits for a decision.</summary>
    public bool IsTrimmed { get; set; }

    /// <summary>Why the shard cannot be read at the moment.</summary>
    public string? ReadProblem { get; set; }

    /// <summary>Why the shard waits or fails; null if it does not.</summary>
    public string? Problem => IsTrimmed ? "the service has deleted changes that were not read"
        : Page?.Problem is { } waiting ? $"a handler fails with {waiting.GetType().Name}"
        : ReadProblem;
}
