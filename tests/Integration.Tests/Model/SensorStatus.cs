namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A view of sensors that does not repeat their index.</summary>
[DynamoTable("devices"), PartitionKey("DEVICE#{Id}"), ViewOf(typeof(Sensor))]
public sealed partial record SensorStatus
{
    public required string Id { get; init; }

    public string? Status { get; init; }
}
