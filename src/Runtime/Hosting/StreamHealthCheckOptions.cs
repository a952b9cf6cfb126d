namespace DynamoToolkit.Hosting;

/// <summary>When a consumer of a stream is healthy.</summary>
public sealed class StreamHealthCheckOptions
{
    /// <summary>The maximum age of the oldest change that waits. The default is 5 minutes; after 24 hours the service deletes it.</summary>
    public TimeSpan MaxLag { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the leases may not have been read. The default is 2 minutes.</summary>
    public TimeSpan MaxSilence { get; set; } = TimeSpan.FromMinutes(2);

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaxLag, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaxSilence, TimeSpan.Zero);
    }
}
