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

    /// <summary>Whether a property has no setter and no storage of its own.</summary>
    public static bool IsComputed(this ISymbol member) =>
        member is IPropertySymbol { SetMethod: null } property &&
        !property.ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>Whether a declaration gives a value worth keeping when the attribute is absent, which <c>null!</c> is not.</summary>
    public static bool HasDefaultValue(this ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax(cancellationToken) switch
            {
                PropertyDeclarationSyntax property => property.Initializer,
                VariableDeclaratorSyntax field => field.Initializer,
                _ => null,
            };
            if (initializer is not null && !IsNullOrDefault(initializer.Value))
                return true;
        }

        return false;
    }

    private static bool IsNullOrDefault(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } =>
            IsNullOrDefault(operand),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } => true,
        DefaultExpressionSyntax => true,
        _ => false,
    };
}
