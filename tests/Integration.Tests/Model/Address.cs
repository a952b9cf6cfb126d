namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A nested type that items take in flat.</summary>
[DynamoMap]
public sealed partial record Address(string Street, string? City)
{
    [DynamoFlatten(Prefix = "at.")]
    public Position Position { get; init; }
}
