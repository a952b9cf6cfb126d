namespace DynamoToolkit;

/// <summary>
/// Marks the one member, of type <see cref="ExtraAttributes"/>, that keeps the attributes that no member reads. So writing the whole
/// item back from an older version of the program loses nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DynamoExtraAttribute : Attribute;
