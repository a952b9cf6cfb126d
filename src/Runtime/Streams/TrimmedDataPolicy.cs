namespace DynamoToolkit.Streams;

/// <summary>
/// What a consumer does if the service has deleted changes that it has not read, because it did not run, or waited, for 24 hours.
/// </summary>
public enum TrimmedDataPolicy
{
    /// <summary>
    /// The shard waits, its health check is unhealthy, and nobody gets the rest of its changes before someone decides: start the consumer
    /// with <see cref="SkipToOldest"/>, and then run a backfill of what the handlers derive.
    /// </summary>
    Fail,

    /// <summary>The consumer writes a warning, counts it in the metrics, and goes on with the oldest change that is left.</summary>
    SkipToOldest,
}
