using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// Finds what stands where only a condition can: <c>!r.Name</c>, <c>r.Name &amp;&amp; …</c>, <c>r.Name is null</c>, <c>flag || …</c>,
/// and comparisons that attributes do not have.
/// </summary>
internal static class NotAConditionRule
{
    /// <summary>Looks at a node of a lambda.</summary>
    public static void Check(TokenLambda lambda, SyntaxNode node, UseContext context)
    {
        if (node == lambda.Lambda.Body && lambda.IsCondition && node is ExpressionSyntax whole and not AssignmentExpressionSyntax)
        {
            Attribute(whole);
            OfProgram(whole);
        }

        switch (node)
        {
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                Attribute(not.Operand);
                break;
            case BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression
                    or (int)SyntaxKind.BitwiseAndExpression or (int)SyntaxKind.BitwiseOrExpression
            } both:
                Attribute(both.Left);
                Attribute(both.Right);
                if (!context.TypeOf(both).IsBoolean())
                {
                    OfProgram(both.Left);
                    OfProgram(both.Right);
                }

                break;
            case BinaryExpressionSyntax comparison when Comparisons.Remedy(comparison, context) is { } remedy:
                Report(comparison, remedy);
                break;
            case IsPatternExpressionSyntax
            {
                Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression },
            } test:
                Found(test.Expression, test, $"write '{test.Expression} == null'");
                break;
            case IsPatternExpressionSyntax
            {
                Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } }
            } test:
                Found(test.Expression, test, $"write '{test.Expression} != null'");
                break;
            case IsPatternExpressionSyntax test when context.TypeOf(test.Expression).IsTokens():
                Report(test, "write comparisons, joined with && and ||");
                break;
            case IsPatternExpressionSyntax test:
                Found(test.Expression, test, "write comparisons, joined with && and ||");
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } fallback:
                Found(
                    fallback.Left,
                    fallback,
                    $"compare it with null as well, as in '{fallback.Left} == null || …', or use IfNotExists() in the value of an update");
                break;
            case ConditionalExpressionSyntax choice:
                Attribute(choice.Condition);
                break;
            case AssignmentExpressionSyntax assignment:
                Found(
                    assignment.Left,
                    assignment,
                    lambda.IsCondition
                        ? $"write '{assignment.Left} == {assignment.Right}'"
                        : $"write '{lambda.Method}({lambda.Parameter.Name} => {assignment.Left}, {assignment.Right})'");
                break;
        }

        void Attribute(ExpressionSyntax expression)
        {
            var inner = WithoutParentheses(expression);
            if (IsMistaken(inner, inner))
                Report(inner, $"compare it with a value, as in '{inner} == …', or write '{inner}.Exists()'");
        }

        void Found(ExpressionSyntax attribute, SyntaxNode place, string remedy)
        {
            if (IsMistaken(attribute, place))
                Report(place, remedy);
        }

        bool IsMistaken(ExpressionSyntax attribute, SyntaxNode place) =>
            context.TypeOf(attribute) is var type && type.IsToken() && (!type.IsCondition() || place != attribute);

        // A value that the program knows. With an attribute in it, another rule explains it.
        void OfProgram(ExpressionSyntax expression)
        {
            var inner = WithoutParentheses(expression);
            if (context.TypeOf(inner).IsBoolean() && !inner.DescendantNodesAndSelf().Any(OfItem))
                Report(inner, $"it does not depend on the item; test it in the program, and call {lambda.Method}() only if it applies");
        }

        bool OfItem(SyntaxNode one) => one is ExpressionSyntax && context.TypeOf(one) is var type
            && (type.IsToken() || type.IsTokens() || type.IsCondition());

        void Report(SyntaxNode place, string remedy) => context.Report(
            RuleTable.NotACondition.Problem(place.GetLocation(), ("expression", place.ToString()), ("remedy", remedy)));
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax inner ? WithoutParentheses(inner.Expression) : expression;
}
