using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DynamoToolkit.Transport.Telemetry;

namespace DynamoToolkit.Streams.Workers;

/// <summary>The consumers that run in this process, for metrics that show a state.</summary>
internal static class RunningConsumers
{
    private static readonly ConcurrentDictionary<StreamConsumer, KeyValuePair<string, object?>[]> All = new();

    static RunningConsumers()
    {
        DynamoTelemetry.Meter.CreateObservableGauge(
            "dynamotoolkit.stream.lag",
            static () => Observe(static status => status.Lag.TotalSeconds),
            "s",
            "The age of the oldest change that is read and not handled.");
        DynamoTelemetry.Meter.CreateObservableGauge(
            "dynamotoolkit.stream.pending_records",
            static () => Observe(static status => (long)status.PendingRecords),
            "{record}",
            "The number of records that are read and not handled.");
        DynamoTelemetry.Meter.CreateObservableGauge(
            "dynamotoolkit.stream.shards",
            static () => Observe(static status => (long)status.Shards),
            "{shard}",
            "The number of shards that this process reads.");
    }

    public static void Add(StreamConsumer consumer, KeyValuePair<string, object?>[] tags) => All[consumer] = tags;

    public static void Remove(StreamConsumer consumer) => All.TryRemove(consumer, out _);

    private static IEnumerable<Measurement<T>> Observe<T>(Func<StreamStatus, T> value)
        where T : struct => All.Select(entry => new Measurement<T>(value(entry.Key.Status), entry.Value)).ToList();
}
