using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Finds what an unsafe accessor has to name.</summary>
internal static class AccessorParser
{
    /// <summary>The accessor that assigns a property.</summary>
    public static AccessorSpec Parse(ParseContext context, StoredMember member)
    {
        var property = (IPropertySymbol)member.Symbol;
        var setter = property.Setter();
        var owner = (setter ?? (ISymbol)property).ContainingType;
        var isInherited = !SymbolEqualityComparer.Default.Equals(owner, context.Type);
        var accessor = new AccessorSpec
        {
            Name = context.TakeName(setter is null ? member.Spec.Name + "Field" : "Set" + member.Spec.Name),
            IsField = setter is null,
            Owner = isInherited ? owner.ToTypeRef().FullName : null,
            Type = member.Spec.Value.DeclaredType,
        };
        return isInherited && AllParameters(owner).Count > 0 ? OfGeneric(accessor, owner, setter, property) : accessor;
    }

    private static AccessorSpec OfGeneric(AccessorSpec accessor, INamedTypeSymbol owner, IMethodSymbol? setter, IPropertySymbol property)
    {
        var type = setter is null ? property.OriginalDefinition.Type : setter.OriginalDefinition.Parameters[0].Type;
        var parameters = AllParameters(owner);
        return accessor with
        {
            Owner = owner.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Type = type.ToTypeRef().FullName + (type.MayBeNullReference() ? "?" : ""),
            TypeParameters = parameters.Select(parameter => parameter.Name.ToIdentifier()).ToEquatableArray(),
            Constraints = parameters.Select(parameter => parameter.ConstraintText()).OfType<string>().ToEquatableArray(),
            TypeArguments = WithContaining(owner).SelectMany(one => one.TypeArguments).Select(Argument).ToEquatableArray(),
        };
    }

    private static List<ITypeParameterSymbol> AllParameters(INamedTypeSymbol owner) =>
        [.. WithContaining(owner).SelectMany(one => one.OriginalDefinition.TypeParameters)];

    private static IEnumerable<INamedTypeSymbol> WithContaining(INamedTypeSymbol owner) => owner.ContainingTypes().Reverse().Append(owner);

    private static string Argument(ITypeSymbol type) => type.ToTypeRef().FullName + (type.MayBeNullReference() ? "?" : "");
}
