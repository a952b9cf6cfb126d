namespace DynamoToolkit.Streams;

/// <summary>How a consumer of a table's stream works, and where it keeps what it must not forget.</summary>
public sealed class StreamConsumerOptions
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The consumer's name, which all its workers share. Another consumer of the same table has another name, leases and checkpoints of its
    /// own. A stream has at most two readers, Lambda included, so a table should have one consumer with many handlers.
    /// </summary>
    public string Name { get; set; } = "default";

    /// <summary>
    /// The worker's name. Each running process needs one of its own, and should have the same one after a restart: it then takes its shards
    /// back at once. The default is the machine's name.
    /// </summary>
    public string WorkerName { get; set; } = Environment.MachineName;

    /// <summary>
    /// The table of leases and checkpoints, by its name before any mapping: <see cref="StreamTable"/> defines it. Several consumers may
    /// share it. It must not be the table whose stream is read.
    /// </summary>
    public string LeaseTable { get; set; } = StreamTable.DefaultName;

    /// <summary>The table of dead letters; null, the default, for <see cref="LeaseTable"/>.</summary>
    public string? DeadLetterTable { get; set; }

    /// <summary>Where the consumer begins when it runs for the first time. The default is the oldest change.</summary>
    public StreamStart StartFrom { get; set; }

    /// <summary>What happens if the service has deleted changes that were not read. By default their shard waits.</summary>
    public TrimmedDataPolicy OnTrimmedData { get; set; }

    /// <summary>
    /// How long a worker may be silent before others take its shards, and how long it goes on itself without having renewed them. The
    /// default is 30 s. A call of a handler should take much less.
    /// </summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often workers look for new shards. They also look at the end of each shard. The default is 60 s.</summary>
    public TimeSpan ShardSyncInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a shard without changes is read. The default is 1 s; the first reads after a change follow faster. Each read is a request
    /// that the service charges for.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often the position in a shard is written while changes are handled. The default is 5 s. After the end of a process, the changes
    /// since then come again.
    /// </summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The maximum number of changes that are read in one request, up to 1000, the default.</summary>
    public int PageSize { get; set; } = Protocol.GetRecords.MaxRecords;

    /// <summary>How many changes of one shard are handled at the same time, each of another item. The default is 8.</summary>
    public int Lanes { get; set; } = 8;

    /// <summary>
    /// How often a change is tried before its item is parked (<see cref="FailurePolicy.ParkItem"/>), the first time included. The default
    /// is 5, with waits of up to 50 ms, 100 ms and so on in between.
    /// </summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>
    /// How long a consumer that is to stop waits for the calls of handlers that have begun, before it cancels them. The default is 20 s.
    /// </summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a worker renews its leases and looks at those of others.</summary>
    internal TimeSpan LeaseInterval => LeaseDuration / 3;

    /// <summary>Checks the values and returns a copy, which later changes of these options do not affect.</summary>
    internal StreamConsumerOptions Validated()
    {
        CheckName(Name, nameof(Name));
        ArgumentException.ThrowIfNullOrWhiteSpace(WorkerName);
        ArgumentException.ThrowIfNullOrEmpty(LeaseTable);
        ArgumentOutOfRangeException.ThrowIfLessThan(LeaseDuration, ShortestLease);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ShardSyncInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PollInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(CheckpointInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ShutdownTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PageSize, Protocol.GetRecords.MaxRecords);
        ArgumentOutOfRangeException.ThrowIfLessThan(Lanes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        return (StreamConsumerOptions)MemberwiseClone();
    }

    /// <summary>Checks a name that becomes a part of keys.</summary>
    internal static void CheckName(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        if (name.Contains('#', StringComparison.Ordinal) || name.Length > 200)
            throw new ArgumentException($"'{name}' is a part of keys: use at most 200 characters, and not '#'.", parameter);
    }
}
