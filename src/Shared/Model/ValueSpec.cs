namespace DynamoToolkit.Shared.Model;

/// <summary>The shape of a value: a scalar, or a composite of other values.</summary>
internal sealed record ValueSpec
{
    /// <summary>What it is.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The type in C#, without <c>?</c>.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>The type of the attribute in DynamoDB.</summary>
    public required WireType Wire { get; init; }

    /// <summary>Whether the C# type allows null (a nullable struct, or a reference type that is not annotated as non-null).</summary>
    public bool IsNullable { get; init; }

    /// <summary>The elements of a list or set, the values of a dictionary.</summary>
    public ValueSpec? Element { get; init; }

    /// <summary>The keys of a dictionary.</summary>
    public ValueSpec? Key { get; init; }

    /// <summary>Which collection a list, set or dictionary is in C#.</summary>
    public CollectionKind Collection { get; init; }

    /// <summary>How a list or set differs from the library's own form.</summary>
    public OtherCollectionForm OtherForm { get; init; }

    /// <summary>For an enum, the generated converter's name and what it needs.</summary>
    public EnumSpec? Enum { get; init; }

    /// <summary>The full name of a converter that is not the built-in one of its kind.</summary>
    public string? CustomConverter { get; init; }

    /// <summary>Whether its text in key templates is that of its type, although <see cref="CustomConverter"/> names a converter.</summary>
    public bool KeepsKeyForm { get; init; }

    /// <summary>For a map, the name of its generated tokens; null where it has none that can stand inside an item.</summary>
    public string? TokensName { get; init; }

    /// <summary>Whether this is an unsigned integer.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>The full type name as a member declares it, with <c>?</c> where it is nullable.</summary>
    public string DeclaredType => IsNullable ? Type.FullName + "?" : Type.FullName;
}
