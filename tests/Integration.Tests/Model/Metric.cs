namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A value of a metric at a step.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("METRIC#{Name}#{Step}")]
public sealed partial record Metric
{
    public required string RunId { get; init; }

    public required string Name { get; init; }

    public long Step { get; init; }

    public double Value { get; init; }
}
