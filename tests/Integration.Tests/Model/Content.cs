namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A family of nested types.</summary>
[DynamoMap]
public abstract partial record Content
{
    public required double Weight { get; init; }
}
