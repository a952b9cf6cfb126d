using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads from an initializer alone whether the collection that it makes may have a comparer.</summary>
internal static class ComparerSyntax
{
    /// <summary>
    /// Whether it may. What creates a collection without an argument, or with a number only, does not; nor do collection expressions and
    /// <c>Empty</c>.
    /// </summary>
    public static bool MayPass(ExpressionSyntax initializer) => initializer switch
    {
        CollectionExpressionSyntax => false,
        BaseObjectCreationExpressionSyntax { ArgumentList: var arguments } => arguments?.Arguments.All(IsNumber) == false,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => false,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } =>
            MayPass(operand),
        LiteralExpressionSyntax or DefaultExpressionSyntax => false,
        _ => true,
    };

    private static bool IsNumber(ArgumentSyntax argument) => argument.Expression.RawKind == (int)SyntaxKind.NumericLiteralExpression;
}
