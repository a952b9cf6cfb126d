using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about types.</summary>
internal static class TypeSymbolExtensions
{
    private static readonly SymbolDisplayFormat FullName = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A reference that specs can hold.</summary>
    public static TypeRef ToTypeRef(this ITypeSymbol type)
    {
        var bare = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return new TypeRef(type.Name.ToIdentifier(), bare.ToDisplayString(FullName), type.IsValueType);
    }

    /// <summary>How the type is written in messages.</summary>
    public static string ToMessage(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>The type and its base classes, the type first, without <c>object</c> and <c>ValueType</c>.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
            yield return current;
    }

    /// <summary>The name with namespace and arity, for looking up well-known types: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string WellKnownName(this INamedTypeSymbol type) =>
        type.ContainingType is not null || type.ContainingNamespace.IsGlobalNamespace
            ? type.MetadataName
            : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;

    /// <summary>The least visible of a type, its elements and its type arguments.</summary>
    public static TokenAccess DeepAccess(this ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.ElementType.DeepAccess();
        if (type is not INamedTypeSymbol named)
            return TokenAccess.None;
        var access = named.Access();
        foreach (var argument in named.TypeArguments)
        {
            var other = argument.DeepAccess();
            if (other > access)
                access = other;
        }

        return access;
    }

    /// <summary>How the type is declared.</summary>
    public static TypeKindSpec ToKind(this INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => TypeKindSpec.Interface,
        { IsRecord: true, IsValueType: true } => TypeKindSpec.RecordStruct,
        { IsRecord: true } => TypeKindSpec.Record,
        { IsValueType: true } => TypeKindSpec.Struct,
        _ => TypeKindSpec.Class,
    };
}
