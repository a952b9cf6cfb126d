namespace DynamoToolkit.Shared.Model;

/// <summary>An enum that a type stores, for which a converter is generated.</summary>
internal sealed record EnumSpec
{
    /// <summary>The enum.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>How visible it is, and so its converter.</summary>
    public required TokenAccess Access { get; init; }

    /// <summary>By name or by number.</summary>
    public required EnumStorageSpec Storage { get; init; }

    /// <summary>The C# keyword of the underlying type: <c>int</c>, <c>ulong</c>, ….</summary>
    public required string UnderlyingType { get; init; }

    /// <summary>The members with distinct values, in declaration order, with their stored names; of two with one value the first.</summary>
    public required EquatableArray<EnumNameSpec> Members { get; init; }

    /// <summary>Further names of values that are in <see cref="Members"/> under another name: read, never written.</summary>
    public required EquatableArray<EnumNameSpec> Aliases { get; init; }

    /// <summary>Whether the enum or one of its members is obsolete as an error, so that only obsolete code may name it.</summary>
    public required bool IsObsoleteError { get; init; }

    /// <summary>The name of the generated converter.</summary>
    public required string ConverterName { get; init; }
}
