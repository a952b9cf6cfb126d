namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A view of devices of all types, which has no index.</summary>
[DynamoTable("devices"), ViewOf(typeof(Device)), PartitionKey("DEVICE#{Id}")]
public sealed partial record DeviceStatus
{
    public required string Id { get; init; }

    public string? Status { get; init; }
}
