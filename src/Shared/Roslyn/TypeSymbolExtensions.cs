using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about types.</summary>
internal static class TypeSymbolExtensions
{
    private static readonly SymbolDisplayFormat NameWithoutArguments =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None);

    /// <summary>A reference that specs can hold.</summary>
    public static TypeRef ToTypeRef(this ITypeSymbol type) => new(type.Name.ToIdentifier(), type.ToFullName(), type.IsValueType);

    /// <summary>
    /// The name with <c>global::</c>, without a <c>?</c> of its own. Elements and type arguments keep theirs; those from code outside a
    /// nullable context get one, because null has to be expected there.
    /// </summary>
    private static string ToFullName(this ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array)
            return array.ElementType.ToArgument() + "[]";
        if (type is not INamedTypeSymbol { IsGenericType: true } named || named.ContainingType is not null)
            return type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (named.IsNullableStruct())
            return named.TypeArguments[0].ToFullName() + "?";
        var arguments = named.TypeArguments.Select((argument, i) =>
            named.TypeParameters[i].HasNotNullConstraint || named.IsSet() ? argument.ToFullName() : argument.ToArgument());
        return $"{named.ToDisplayString(NameWithoutArguments)}<{string.Join(", ", arguments)}>";
    }

    private static string ToArgument(this ITypeSymbol type) =>
        type.ToFullName() + (type.MayBeNullReference() ? "?" : "");

    /// <summary>Whether a type is a set: DynamoDB's sets hold no nulls, whatever C# allows.</summary>
    private static bool IsSet(this INamedTypeSymbol type) =>
        type.Name.EndsWith("Set", StringComparison.Ordinal) && type.TypeArguments.Length == 1;

    /// <summary>Whether a reference of the type may be null; outside a nullable context it always may.</summary>
    public static bool MayBeNullReference(this ITypeSymbol type) =>
        type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated;

    /// <summary>Whether a type is marked to be stored: as an item of a table or as a map in one.</summary>
    public static bool IsItemType(this INamedTypeSymbol type) =>
        type.HasToolkitAttribute(AttributeNames.Table) || type.HasToolkitAttribute(AttributeNames.Map);

    /// <summary>Whether a type is an attribute converter for values of another.</summary>
    public static bool Converts(this INamedTypeSymbol converter, ITypeSymbol type) => converter.ConverterInterface(type) is not null;

    /// <summary>The interface by which a type is an attribute converter for values of another.</summary>
    public static INamedTypeSymbol? ConverterInterface(this INamedTypeSymbol converter, ITypeSymbol type) =>
        converter.AllInterfaces.FirstOrDefault(implemented =>
            implemented is { Name: "IAttributeConverter", TypeArguments.Length: 1 } &&
            implemented.WellKnownName() == "DynamoToolkit.Wire.IAttributeConverter`1" &&
            SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type));

    /// <summary>Whether values have an order of their own.</summary>
    public static bool IsComparable(this ITypeSymbol type) =>
        type.AllInterfaces.Any(implemented => implemented.WellKnownName() is "System.IComparable" or "System.IComparable`1");

    /// <summary>How the type is written in messages.</summary>
    public static string ToMessage(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>The type and its base classes, the type first, without <c>object</c> and <c>ValueType</c>.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this INamedTypeSymbol type)
    {
        const SpecialType Object = SpecialType.System_Object;
        const SpecialType ValueType = SpecialType.System_ValueType;
        for (var current = type; current is { SpecialType: not (Object or ValueType) }; current = current.BaseType)
            yield return current;
    }

    /// <summary>The type or base class that declares an attribute of the type: where a mistake in the attribute is corrected.</summary>
    public static INamedTypeSymbol DeclarerOf(this INamedTypeSymbol type, AttributeData? attribute) =>
        (type.SelfAndBases().FirstOrDefault(self => self.GetAttributes().Any(one => one == attribute)) ?? type).OriginalDefinition;

    /// <summary>Of two types, one of which is a base class of the other, the one that derives.</summary>
    public static INamedTypeSymbol MostDerived(this INamedTypeSymbol one, INamedTypeSymbol other) =>
        one.SelfAndBases().Any(self => SymbolEqualityComparer.Default.Equals(self.OriginalDefinition, other)) ? one : other;

    /// <summary>The types that contain a type, the innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypes(this INamedTypeSymbol type)
    {
        for (var current = type.ContainingType; current is not null; current = current.ContainingType)
            yield return current;
    }

    /// <summary>The property or field of that name in the type, or else in its base classes.</summary>
    public static ISymbol? FindMember(this INamedTypeSymbol type, string name) =>
        type.SelfAndBases().SelectMany(self => self.GetMembers(name)).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol);

    /// <summary>The struct in a nullable struct; any other type as it is.</summary>
    public static ITypeSymbol WithoutNullable(this ITypeSymbol type) =>
        type.IsNullableStruct() ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    /// <summary>Whether a type is a struct that can be null: <c>T?</c>.</summary>
    public static bool IsNullableStruct(this ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The name with namespace and arity, for looking up well-known types: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string WellKnownName(this INamedTypeSymbol type) =>
        type.ContainingType is not null || type.ContainingNamespace is null or { IsGlobalNamespace: true }
            ? type.MetadataName
            : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;

    /// <summary>Whether the type, one of its elements or one of its type arguments fits a condition.</summary>
    public static bool Mentions(this ITypeSymbol type, Func<ITypeSymbol, bool> condition) => condition(type) || type switch
    {
        IArrayTypeSymbol array => array.ElementType.Mentions(condition),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => argument.Mentions(condition)),
        _ => false,
    };

    /// <summary>Whether the compiler itself reports the type, or a part of it, because no type has that name.</summary>
    public static bool IsUnknown(this ITypeSymbol type) => type.Mentions(static part => part.TypeKind == TypeKind.Error);

    /// <summary>Whether only the file that declares the type, or a part of it, can name it.</summary>
    public static bool IsOfOneFile(this ITypeSymbol type) =>
        type.Mentions(static part => part is INamedTypeSymbol named && named.ContainingTypes().Prepend(named).Any(one => one.IsFileLocal));

    /// <summary>
    /// Whether generated code can use a type as a type argument: it is known and not file-local, and not a pointer, a ref struct or static.
    /// </summary>
    public static bool IsNameable(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsNameable(),
        INamedTypeSymbol named =>
            named is { TypeKind: not TypeKind.Error, IsRefLikeType: false, IsStatic: false, IsFileLocal: false }
            && named.SpecialType != SpecialType.System_Void
            && named.TypeArguments.All(IsNameable)
            && named.ContainingType?.IsNameable() != false,
        _ => type.TypeKind == TypeKind.Dynamic,
    };

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
