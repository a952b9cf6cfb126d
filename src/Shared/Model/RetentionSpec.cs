namespace DynamoToolkit.Shared.Model;

/// <summary>How long items of a type are kept.</summary>
/// <param name="Name">The policy's name; null for a duration without a name.</param>
/// <param name="Minutes">The duration in minutes.</param>
/// <param name="IsOnDemand">Whether items expire only after the program marked them.</param>
internal sealed record RetentionSpec(string? Name, long Minutes, bool IsOnDemand);
