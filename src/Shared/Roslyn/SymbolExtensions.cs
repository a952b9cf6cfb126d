using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about symbols.</summary>
internal static class SymbolExtensions
{
    /// <summary>The runtime's attribute of that name on a symbol.</summary>
    public static AttributeData? ToolkitAttribute(this ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.IsToolkit(name))
                return attribute;
        }

        return null;
    }

    /// <summary>Whether a symbol has the runtime's attribute of that name.</summary>
    public static bool HasToolkitAttribute(this ISymbol symbol, string name) => symbol.ToolkitAttribute(name) is not null;

    /// <summary>An attribute of another library on a symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="fullName">The attribute's name with its namespace.</param>
    public static AttributeData? AttributeOf(this ISymbol symbol, string fullName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == fullName);

    /// <summary>The runtime's attribute of that name nearest to a type: its own, that of a base class or the assembly.</summary>
    public static AttributeData? NearestAttribute(this INamedTypeSymbol type, string name) =>
        type.InheritedAttribute(name) ?? type.ContainingAssembly.ToolkitAttribute(name);

    /// <summary>An attribute of a type or, without one, of its nearest base class that has it.</summary>
    public static AttributeData? InheritedAttribute(this INamedTypeSymbol type, string name) =>
        type.SelfAndBases().Select(self => self.ToolkitAttribute(name)).FirstOrDefault(attribute => attribute is not null);

    /// <summary>Where a symbol is declared: of a type in parts, the part that makes it an item type.</summary>
    public static Location Place(this ISymbol symbol)
    {
        var mark = symbol.ToolkitAttribute(AttributeNames.Table) ?? symbol.ToolkitAttribute(AttributeNames.Map);
        var marked = mark?.ApplicationSyntaxReference is { } reference
            ? symbol.Locations.FirstOrDefault(place =>
                place.SourceTree == reference.SyntaxTree && place.SourceSpan.Start > reference.Span.Start)
            : null;
        return marked ?? symbol.Locations.FirstOrDefault() ?? Location.None;
    }

    /// <summary>The type that declares a member: where a mistake in the member is corrected.</summary>
    public static INamedTypeSymbol Declarer(this ISymbol member) => member.ContainingType.OriginalDefinition;

    /// <summary>Whether code anywhere in the assembly, or outside, can name a symbol.</summary>
    public static TokenAccess Access(this ISymbol symbol)
    {
        var access = TokenAccess.Public;
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            var own = current.DeclaredAccessibility switch
            {
                Accessibility.Public or Accessibility.NotApplicable => TokenAccess.Public,
                Accessibility.Internal or Accessibility.ProtectedOrInternal => TokenAccess.Internal,
                _ => TokenAccess.None,
            };
            if (own > access)
                access = own;
        }

        return access;
    }
}
