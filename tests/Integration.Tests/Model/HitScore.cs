namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A part of a hit.</summary>
[DynamoMap]
public sealed partial record HitScore(int At, int Score);
