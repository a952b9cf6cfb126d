namespace DynamoToolkit.Patterns.Uniqueness;

/// <summary>The unique value that one write of a transaction reserves or releases.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Value">The value as people read it.</param>
/// <param name="IsReleased">Whether the write releases it.</param>
internal sealed record ReservedValue(UniqueConstraint Constraint, string Value, bool IsReleased);
