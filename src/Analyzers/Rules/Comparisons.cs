using DynamoToolkit.Analyzers.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Explains comparisons that the compiler refuses, because an attribute cannot be compared so.</summary>
internal static class Comparisons
{
    /// <summary>What to write instead; null if the comparison is valid, or has another mistake.</summary>
    public static string? Remedy(BinaryExpressionSyntax comparison, UseContext context)
    {
        var isOrder = comparison.IsKind(SyntaxKind.LessThanExpression) || comparison.IsKind(SyntaxKind.LessThanOrEqualExpression)
            || comparison.IsKind(SyntaxKind.GreaterThanExpression) || comparison.IsKind(SyntaxKind.GreaterThanOrEqualExpression);
        var isEquality = comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression);
        if (!isOrder && !isEquality)
            return null;
        if (isEquality && IsNull(comparison.Right) && context.TypeOf(comparison.Left).IsTokens())
            return $"write '{comparison.Left}.….{Existence(comparison, "NotExists", "Exists")}()' with a member that every item has";
        if (context.SymbolOf(comparison) is not null)
            return null;

        return Of(comparison.Left, comparison.Right) ?? Of(comparison.Right, comparison.Left);

        string? Of(ExpressionSyntax one, ExpressionSyntax other)
        {
            var (type, otherType) = (context.TypeOf(one), context.TypeOf(other));
            if (type is { Name: "AttributeSize" } && type.IsOfToolkit())
                return otherType is { Name: "AttributeSize" } ? "compare a size with a number" : null;
            if (!type.IsToken())
                return type.IsCondition() && otherType.IsBoolean() ? $"write '{one}' or '!{one}' alone" : null;
            if (isEquality && IsNull(other))
                return $"write '{one}.{Existence(comparison, "NotExists", "Exists")}()'; comparing it with null needs C# 14";
            if (otherType is null or IErrorTypeSymbol)
                return null;
            var value = type.ValueOfToken();
            if (isOrder && type is { Name: "UnorderedAttribute" })
            {
                return value is { TypeKind: TypeKind.Enum }
                    ? $"DynamoDB would compare the names of '{value.Name}' as texts; store it with EnumStorage.Number, or use In()"
                    : "its values have no order in DynamoDB; compare it with == or !=";
            }

            var isSame = value is null || SymbolEqualityComparer.Default.Equals(value, otherType.ValueOfToken() ?? otherType);
            return isSame ? null
                : otherType.IsToken() ? "compare it with an attribute of the same type"
                : $"compare it with a value of type '{value!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";
        }
    }

    private static string Existence(BinaryExpressionSyntax comparison, string ofEqual, string ofNotEqual) =>
        comparison.IsKind(SyntaxKind.EqualsExpression) ? ofEqual : ofNotEqual;

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression);
}
