namespace DynamoToolkit;

/// <summary>
/// The value that a member takes when its attribute is absent or NULL. Without this attribute, the member takes its initializer's value
/// or, if nullable, null; for any other member reading throws an <see cref="Wire.ItemFormatException"/>.
/// </summary>
/// <param name="value">A constant of the member's type, or its text if C# has no constants of that type (a date, a Guid).</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DynamoDefaultAttribute(object? value) : Attribute
{
    /// <summary>The value.</summary>
    public object? Value { get; } = value;
}
