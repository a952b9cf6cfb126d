using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>
/// The library's source of traces and metrics, with the names of OpenTelemetry's conventions for database clients and DynamoDB.
/// Listen to it by its <see cref="Name"/>. Nothing is computed unless someone listens.
/// </summary>
public static class DynamoTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string Name = "DynamoToolkit";

    internal const string System = "aws.dynamodb";

    internal static readonly ActivitySource Source = new(Name);

    internal static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "db.client.operation.duration",
        "s",
        "The duration of calls, including retries.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });

    internal static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "dynamotoolkit.client.retries", "{retry}", "The number of repeated attempts.");

    internal static readonly Counter<double> Capacity = Meter.CreateCounter<double>(
        "dynamotoolkit.client.consumed_capacity",
        "{capacity_unit}",
        "The capacity units that calls consumed, if they requested the number.");
}
