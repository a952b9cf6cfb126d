namespace DynamoToolkit.Integration.Model.Base;

/// <summary>A nested type, to be flattened into items of another assembly.</summary>
[DynamoMap]
public sealed partial record Spot(int X, string? Title);
