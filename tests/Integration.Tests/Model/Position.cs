namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A nested struct.</summary>
[DynamoMap]
public readonly partial record struct Position(double X, double? Y);
