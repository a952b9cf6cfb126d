namespace DynamoToolkit;

/// <summary>
/// The value that a member takes when its attribute is absent or NULL. Without it, that is the member's initializer, null for a nullable
/// member, and an <see cref="Wire.ItemFormatException"/> for any other.
/// </summary>
/// <param name="value">A constant of the member's type, or the text of one that C# has no constants for (a date, a Guid).</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DynamoDefaultAttribute(object? value) : Attribute
{
    /// <summary>The value.</summary>
    public object? Value { get; } = value;
}
