using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2027: DynamoDB refuses two operations on one item in a transaction.</summary>
internal static class TransactionItemTwiceRule
{
    /// <summary>Looks at a transaction.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Given().FirstOrDefault()?.Value.Elements() is not { } operations)
            return;
        var seen = new HashSet<string>();
        foreach (var operation in operations)
        {
            if (operation.Chain().LastOrDefault() is not { } first
                || first.Receiver()?.Type is not INamedTypeSymbol { Name: "DynamoTable" } table
                || first.Given().FirstOrDefault()?.Value.WithoutConversions() is not { } key || !IsStable(key.Syntax))
            {
                continue;
            }

            var text = key.Syntax.ToString();
            if (!seen.Add($"{table.ToDisplayString()} {first.Receiver()!.Syntax} {text}"))
                context.ReportAt(RuleTable.TransactionItemTwice, operation, ("key", text));
        }
    }

    /// <summary>Whether an expression has the same value when it is evaluated again: nothing in it makes something new.</summary>
    private static bool IsStable(SyntaxNode expression) => expression.DescendantNodesAndSelf().All(node => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Key" or "ItemKey" } } => true,
        InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax => false,
        PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax => false,
        _ => true,
    });
}
