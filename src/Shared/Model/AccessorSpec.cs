namespace DynamoToolkit.Shared.Model;

/// <summary>
/// The unsafe accessor that assigns a member. It names its types as the class declares them that has the setter or the field.
/// </summary>
internal sealed record AccessorSpec
{
    /// <summary>The name of the accessor; for a generic class, of the class around it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it returns a property's field, because the setter can't be seen, instead of calling the setter.</summary>
    public required bool IsField { get; init; }

    /// <summary>The base class that declares the setter or the field; null when the item type does.</summary>
    public required string? Owner { get; init; }

    /// <summary>The member's type.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// The type parameters of a generic base class: the runtime finds its members only through an accessor that has the same.
    /// </summary>
    public EquatableArray<string> TypeParameters { get; init; }

    /// <summary>The constraints of the type parameters that have any.</summary>
    public EquatableArray<string> Constraints { get; init; }

    /// <summary>The types that the item type gives a generic base class.</summary>
    public EquatableArray<string> TypeArguments { get; init; }
}
