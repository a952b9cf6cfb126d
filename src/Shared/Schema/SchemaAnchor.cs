using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Schema;

/// <summary>The declaration of a fact.</summary>
/// <param name="Type">The type of this compilation that has the declaration.</param>
/// <param name="Location">Where it is.</param>
internal sealed record SchemaAnchor(INamedTypeSymbol Type, Location Location)
{
    /// <summary>A type.</summary>
    public static SchemaAnchor Of(INamedTypeSymbol type) =>
        new(type, type.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None);

    /// <summary>A member of a type; the type itself if the member's source is elsewhere.</summary>
    public static SchemaAnchor OfMember(INamedTypeSymbol type, string name) =>
        type.FindMember(name) is { } member ? OfSymbol(type, member, member.ContainingType) : Of(type);

    /// <summary>A member of an enum; the type that uses it if the source of the enum is elsewhere.</summary>
    public static SchemaAnchor OfName(INamedTypeSymbol enumType, string name, INamedTypeSymbol user) =>
        enumType.GetMembers(name).FirstOrDefault() is { } member ? OfSymbol(user, member, enumType) : Of(user);

    /// <summary>An attribute of a type or its base classes; the type itself if it has none, or if its source is elsewhere.</summary>
    public static SchemaAnchor OfAttribute(INamedTypeSymbol type, Func<AttributeData, bool> isIt)
    {
        foreach (var declaring in type.SelfAndBases())
        {
            if (declaring.GetAttributes().FirstOrDefault(isIt)?.ApplicationSyntaxReference is not { } reference)
                continue;
            return IsHere(type, declaring)
                ? new SchemaAnchor(declaring.OriginalDefinition, reference.SyntaxTree.GetLocation(reference.Span))
                : Of(type);
        }

        return Of(type);
    }

    /// <summary>A key of the table: its attribute on the type, or the member that is the key.</summary>
    public static SchemaAnchor OfKey(INamedTypeSymbol type, KeySpec? key, string attribute)
    {
        var isOnType = type.SelfAndBases().Any(self => self.HasToolkitAttribute(attribute));
        return !isOnType && key?.Member is { } member ? OfMember(type, member) : OfAttribute(type, one => one.IsToolkit(attribute));
    }

    /// <summary>The attribute that declares an index.</summary>
    public static SchemaAnchor OfIndex(INamedTypeSymbol type, string index) => OfAttribute(type, one =>
        (one.IsToolkit(AttributeNames.GlobalIndex) || one.IsToolkit(AttributeNames.LocalIndex)) && one.Text(0) == index);

    private static SchemaAnchor OfSymbol(INamedTypeSymbol type, ISymbol symbol, INamedTypeSymbol declaring) =>
        IsHere(type, declaring) && symbol.Locations.FirstOrDefault(location => location.IsInSource) is { } location
            ? new SchemaAnchor(declaring.OriginalDefinition, location)
            : Of(type);

    private static bool IsHere(INamedTypeSymbol type, INamedTypeSymbol declaring) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, declaring.ContainingAssembly);
}
