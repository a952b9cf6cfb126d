namespace DynamoToolkit;

/// <summary>
/// Marks the one member, of type <see cref="ExtraAttributes"/>, that keeps the attributes which no member reads, so that writing the whole
/// item back from an older program version loses nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DynamoExtraAttribute : Attribute;
