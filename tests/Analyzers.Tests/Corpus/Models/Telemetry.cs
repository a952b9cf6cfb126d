using System;
using DynamoToolkit;

namespace Corpus.Telemetry;

/// <summary>A reading. A device's day is a partition, so that no partition grows for ever.</summary>
[DynamoTable("telemetry")]
[PartitionKey("DEVICE#{DeviceId}#{Day}"), SortKey("{At}")]
[Workload(PeakWritesPerSecond = 20_000, ItemBytes = 120), Cardinality(50_000)]
public readonly partial record struct Reading(string DeviceId, DateOnly Day, DateTimeOffset At, double Celsius, double Humidity)
{
    /// <summary>The reading's time to live: 90 days.</summary>
    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }

    public static Reading Now(string device, DateTimeOffset at, double celsius, double humidity) =>
        new(device, DateOnly.FromDateTime(at.UtcDateTime), at, celsius, humidity) { ExpiresAt = at.AddDays(90) };
}
