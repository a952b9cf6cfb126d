using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// Finds methods, properties and operators of an attribute's C# type that DynamoDB cannot evaluate: <c>r.Tags.Any()</c>,
/// <c>r.Score.HasValue</c>, <c>r.Steps % 2</c>.
/// </summary>
internal static class NotEvaluatedRule
{
    /// <summary>Looks at a node of a lambda.</summary>
    public static void Check(TokenLambda lambda, SyntaxNode node, UseContext context)
    {
        switch (node)
        {
            case BinaryExpressionSyntax sum when IsArithmetic(sum.Kind())
                && Token(sum.Left, sum.Right) is { } operand && (lambda.IsCondition || context.SymbolOf(sum) is null)
                && context.TypeOf(sum)?.SpecialType is not SpecialType.System_String:
                Operator(sum.OperatorToken, operand);
                break;
            case BinaryExpressionSyntax sum when IsArithmetic(sum.Kind()) && !lambda.IsCondition
                && Array.Find([sum.Left, sum.Right], one => context.TypeOf(one).IsUpdateValue()) is { } operand
                && context.SymbolOf(sum) is null:
                Report(
                    sum.OperatorToken,
                    sum.OperatorToken.Text,
                    operand,
                    "an update adds or subtracts two numbers; join those that the program knows, or use Add()");
                break;
            case PrefixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.LogicalNotExpression } change
                when Token(change.Operand) is { } operand && context.SymbolOf(change) is null:
                Operator(change.OperatorToken, operand);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } change
                when Token(change.Operand) is { } operand:
                Operator(change.OperatorToken, operand);
                break;
            case CastExpressionSyntax cast when Token(cast.Expression) is { } operand && !IsOfExpressions(cast.Type):
                Report(cast.Type, $"({cast.Type})", operand, "compare the attribute itself with a value of its own type");
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } cast
                when Token(cast.Left) is { } operand && !IsOfExpressions(cast.Right):
                Report(cast.OperatorToken, "as", operand, "compare the attribute itself with a value of its own type");
                break;
            case ElementAccessExpressionSyntax element
                when Token(element.Expression) is { } operand && !context.TypeOf(operand)!.GetMembers("this[]").Any():
                Report(
                    element.ArgumentList,
                    "[]",
                    operand,
                    "only lists and dictionaries have elements; of a text, use StartsWith() or Contains()");
                break;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } } argument
                when Token(call.Expression) is { } operand && context.TypeOf(argument.Expression) is { Name: "StringComparison" }:
                Report(
                    argument,
                    argument.ToString(),
                    operand,
                    "it compares texts by their bytes; leave this out, or store the text in the form that you look for "
                    + "in a member of its own");
                break;
            case MemberAccessExpressionSyntax access when context.TypeOf(access.Expression).IsToken() && IsUnknown(access, context):
                var name = access.Name.Identifier.ValueText;
                Report(access.Name, name, access.Expression, Remedy(name, access.Expression.ToString()));
                break;
            case ConditionalAccessExpressionSyntax access when context.TypeOf(access.Expression).IsToken():
                Report(
                    access.OperatorToken, "?", access.Expression, "write '.' alone; a condition on a missing attribute is not an error");
                break;
        }

        ExpressionSyntax? Token(params ExpressionSyntax[] operands) => Array.Find(operands, one => context.TypeOf(one).IsToken());

        bool IsOfExpressions(ExpressionSyntax target) => context.TypeOf(target) is var type && (type.IsToken() || type.IsCondition());

        void Operator(SyntaxToken sign, ExpressionSyntax operand) =>
            Report(sign, sign.Text, operand, OfOperator(sign, lambda.IsCondition));

        void Report(SyntaxNodeOrToken place, string name, ExpressionSyntax expression, string remedy) => context.Report(
            RuleTable.NotEvaluated.Problem(
                place.GetLocation()!, ("name", name), ("expression", expression.ToString()), ("remedy", remedy)));
    }

    private static bool IsArithmetic(SyntaxKind kind) => kind is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
        or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression or SyntaxKind.ExclusiveOrExpression
        or SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression;

    private static string OfOperator(SyntaxToken sign, bool isCondition) => (sign.Text, isCondition) switch
    {
        ("^", _) => "write 'a && !b || !a && b'",
        (_, true) => "compare the attribute itself with a value that the program computes",
        ("+" or "-", _) => "it takes a value of the attribute's own type, and C# 14; Add() changes a number as well",
        _ => "an update can add and subtract numbers with + and -; for anything else, read the item and put it with a condition",
    };

    private static bool IsUnknown(MemberAccessExpressionSyntax access, UseContext context)
    {
        // Of a call that the compiler knows, the method's name needs no search among all extension methods.
        if (access.Parent is InvocationExpressionSyntax call && call.Expression == access && context.SymbolOf(call) is not null)
            return false;
        var found = context.Model.GetSymbolInfo(access, context.CancellationToken);

        // A method of the runtime with wrong arguments is the compiler's to explain; LINQ's can't take an attribute at all.
        return found.Symbol is null && found.CandidateSymbols.All(static symbol => !symbol.IsOfToolkit());
    }

    private static string Remedy(string name, string expression) => name switch
    {
        "Any" => $"write '{expression}.Size() > 0', or Contains() for an element",
        "Count" or "Length" or "LongCount" or "IsEmpty" => $"compare '{expression}.Size()'",
        "CompareTo" => $"compare with '{expression} < …' or '{expression} > …'",
        "HasValue" => $"write '{expression} != null'",
        "Value" => $"compare '{expression}' itself",
        "ContainsKey" or "TryGetValue" => $"write '{expression}[key].Exists()'",
        "ContainsValue" or "Values" or "Keys" or "All" or "First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "Select"
            or "Where" => $"name an element, as in '{expression}[…]', or filter what was read with AsAsyncEnumerable()",
        "EndsWith" or "IndexOf" or "Substring" or "PadLeft" or "Split" =>
            "of a text it knows the beginning and its parts: use StartsWith() or Contains()",
        "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim" or "Normalize" =>
            "store the text in the form that you look for in a member of its own",
        "Date" or "Year" or "Month" or "Day" or "Hour" or "DayOfWeek" or "TimeOfDay" or "AddDays" =>
            $"compare with the first and the last value, as in '{expression}.Between(from, to)'",
        _ => "use comparisons and the functions of DynamoDB, or filter what was read with AsAsyncEnumerable()",
    };
}
