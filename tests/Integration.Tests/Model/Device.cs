namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>The base class of a family of which one type has an index by a member of this class.</summary>
[DynamoTable("devices"), PartitionKey("DEVICE#{Id}")]
public abstract partial record Device
{
    public required string Id { get; init; }

    public string? Status { get; init; }

    public int Uses { get; init; } = 0;
}
