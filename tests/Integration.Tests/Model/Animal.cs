namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A family of types in one table.</summary>
[DynamoTable("animals")]
[DynamoType("animal")]
public partial record Animal
{
    [PartitionKey]
    public required string Zoo { get; init; }

    [SortKey]
    public required string Name { get; init; }

    public string? Color { get; init; }
}
