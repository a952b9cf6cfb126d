namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A nested type.</summary>
[DynamoMap]
public sealed partial record Place
{
    public required string City { get; init; }

    public int? Zip { get; init; }
}
