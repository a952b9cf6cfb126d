using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoToolkit.Transport.Telemetry;

namespace DynamoToolkit.Streams.Delivery;

/// <summary>The measurements of one consumer. They cost nothing unless someone listens.</summary>
/// <param name="table">The table's name.</param>
/// <param name="consumer">The consumer's name.</param>
internal sealed class ConsumerMeter(string table, string consumer)
{
    private static readonly Counter<long> Records = DynamoTelemetry.Meter.CreateCounter<long>(
        "dynamotoolkit.stream.records", "{record}", "The number of records that were handled.");

    private static readonly Counter<long> Failures = DynamoTelemetry.Meter.CreateCounter<long>(
        "dynamotoolkit.stream.failures", "{failure}", "The number of calls of handlers that failed.");

    private static readonly Counter<long> Letters = DynamoTelemetry.Meter.CreateCounter<long>(
        "dynamotoolkit.stream.parked_items", "{item}", "The number of items that were parked.");

    private static readonly Counter<long> Gaps = DynamoTelemetry.Meter.CreateCounter<long>(
        "dynamotoolkit.stream.trimmed", "{gap}", "How often the service had deleted records before they were read.");

    /// <summary>What all measurements of the consumer have.</summary>
    public KeyValuePair<string, object?>[] Tags { get; } =
    [
        new("db.system.name", DynamoTelemetry.System),
        new("db.collection.name", table),
        new("dynamotoolkit.stream.consumer", consumer),
    ];

    public void Handled(int records) => Records.Add(records, Tags);

    public void Failed(string handler, string error) =>
        Failures.Add(1, new TagList(Tags) { { "dynamotoolkit.stream.handler", handler }, { "error.type", error } });

    public void Parked(string handler) => Letters.Add(1, new TagList(Tags) { { "dynamotoolkit.stream.handler", handler } });

    public void Trimmed() => Gaps.Add(1, Tags);
}
