using DynamoToolkit;

namespace MetricCatalogue.Model;

/// <summary>Something by which the values of primitive metrics are told apart, such as a country.</summary>
[DynamoTable("dimensions")]
internal sealed partial record Dimension
{
    [PartitionKey]
    public required string Name { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }
}
