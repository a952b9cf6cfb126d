namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A family whose base class has the token.</summary>
[DynamoTable("pets")]
public abstract partial class Pet
{
    [PartitionKey]
    public required string Id { get; init; }

    [ConcurrencyToken]
    public Guid Token { get; private set; }
}
