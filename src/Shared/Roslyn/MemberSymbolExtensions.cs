using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about properties and fields.</summary>
internal static class MemberSymbolExtensions
{
    /// <summary>The type of a property or field, with its nullability.</summary>
    public static ITypeSymbol MemberType(this ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => throw new ArgumentException($"{member.Kind} has no value.", nameof(member)),
    };

    /// <summary>A member and what it overrides, the nearest first.</summary>
    public static IEnumerable<ISymbol> SelfAndOverridden(this ISymbol member)
    {
        yield return member;
        for (var current = member as IPropertySymbol; current?.OverriddenProperty is { } overridden; current = overridden)
            yield return overridden;
    }

    /// <summary>A property's getter; an override that declares only a setter inherits it.</summary>
    public static IMethodSymbol? Getter(this ISymbol member) =>
        member.SelfAndOverridden().Select(one => (one as IPropertySymbol)?.GetMethod).FirstOrDefault(getter => getter is not null);

    /// <summary>A property's setter; an override that declares only a getter inherits it.</summary>
    public static IMethodSymbol? Setter(this ISymbol member) =>
        member.SelfAndOverridden().Select(one => (one as IPropertySymbol)?.SetMethod).FirstOrDefault(setter => setter is not null);

    /// <summary>Whether a property has no setter and no storage of its own.</summary>
    public static bool IsComputed(this ISymbol member) =>
        member is IPropertySymbol property && member.Setter() is null && !property.HasStorage();

    /// <summary>
    /// Whether a property stores its value, but has no setter that this compilation can see. The compiler imports neither private nor
    /// internal members of other assemblies, and a reference assembly does not have them.
    /// </summary>
    public static bool HasHiddenSetter(this ISymbol member) =>
        member is IPropertySymbol property && property.IsFromMetadata() && member.Setter() is null && property.HasStorage();

    /// <summary>Whether a member's source is not part of this compilation or of one that it refers to.</summary>
    public static bool IsFromMetadata(this ISymbol member) => member.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Whether a declaration gives a value worth keeping when the attribute is absent, which <c>null!</c> is not.</summary>
    public static bool HasDefaultValue(this ISymbol member, CancellationToken cancellationToken) =>
        member.Initializer(cancellationToken) is { } value && !IsNullOrDefault(value);

    /// <summary>The value that a declaration gives a member, by the declaration that stores it.</summary>
    public static ExpressionSyntax? Initializer(this ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var declared in member.SelfAndOverridden())
        {
            foreach (var reference in declared.DeclaringSyntaxReferences)
            {
                var initializer = reference.GetSyntax(cancellationToken) switch
                {
                    PropertyDeclarationSyntax property => property.Initializer,
                    VariableDeclaratorSyntax field => field.Initializer,
                    _ => null,
                };
                if (initializer is not null)
                    return initializer.Value;
            }

            // An override that has storage of its own never sees what its base begins with.
            if (declared is IPropertySymbol stored && stored.HasStorage())
                return null;
        }

        return null;
    }

    /// <summary>Whether the compiler made a field for a property. In another assembly only the getter shows it.</summary>
    private static bool HasStorage(this IPropertySymbol property) => property.IsFromMetadata()
        ? property.GetMethod?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute") == true
        : property.ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsNullOrDefault(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } =>
            IsNullOrDefault(operand),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } => true,
        DefaultExpressionSyntax => true,
        _ => false,
    };
}
