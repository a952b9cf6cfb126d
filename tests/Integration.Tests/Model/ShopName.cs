namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>What the index by kind holds of a shop.</summary>
[DynamoMap]
public sealed partial record ShopName
{
    public required string Name { get; init; }
}
