namespace DynamoToolkit.Local;

/// <summary>
/// How the engine measures the capacity units of each partition key, and whether it throttles like the service. The defaults are the
/// service's numbers ("Burst and adaptive capacity" and "DynamoDB throughput capacity" in its Developer Guide).
/// </summary>
public sealed class HeatOptions
{
    /// <summary>
    /// Whether requests that exceed a limit fail with the service's throttling errors. Otherwise the engine only measures.
    /// </summary>
    public bool Throttle { get; init; }

    /// <summary>The write units that a partition allows per second.</summary>
    public double PartitionWriteUnits { get; init; } = 1000;

    /// <summary>The read units that a partition allows per second.</summary>
    public double PartitionReadUnits { get; init; } = 3000;

    /// <summary>
    /// How many seconds of unused units a partition keeps. The service does not publish the number; its documentation promises nothing.
    /// </summary>
    public TimeSpan PartitionBurst { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The write units per second that a new table or index with capacity on demand allows. It grows with use.</summary>
    public double OnDemandWriteUnits { get; init; } = 4000;

    /// <summary>The read units per second that a new table or index with capacity on demand allows. It grows with use.</summary>
    public double OnDemandReadUnits { get; init; } = 12000;

    /// <summary>How many seconds of unused provisioned units a table or index keeps.</summary>
    public TimeSpan ProvisionedBurst { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>
    /// Whether a table begins with all its burst capacity. Off by default: a test that passes only because of it would fail later.
    /// </summary>
    public bool StartWithBurst { get; init; }

    /// <summary>How long a partition must stay near its limit until it is split. The service takes several minutes.</summary>
    public TimeSpan SplitDelay { get; init; } = TimeSpan.FromMinutes(5);
}
