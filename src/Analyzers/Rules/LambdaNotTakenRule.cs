using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Finds lambdas that say which items to read, where a table wants a key: <c>runs.Scan(r => r.Active)</c>.</summary>
internal static class LambdaNotTakenRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, UseContext context)
    {
        var name = access.Name.Identifier.ValueText;
        if (call.ArgumentList.Arguments is not [{ Expression: LambdaExpressionSyntax lambda }, ..]
            || name is not ("Scan" or "Query" or "Get" or "GetAsync" or "Delete" or "DeleteAsync" or "Update")
            || context.SymbolOf(call) is not null
            || context.TypeOf(
                access.Expression) is not INamedTypeSymbol { Name: "DynamoTable", TypeArguments: [INamedTypeSymbol item] } type
            || !type.IsOfToolkit())
        {
            return;
        }

        var remedy = name switch
        {
            "Scan" => $"write 'Scan().Where({lambda})'",
            "Query" => $"name the partition with '{item.ToMessage()}.Partition(…)' or '{item.ToMessage()}.Index', and filter with Where()",
            _ => $"name the item by its key, '{item.ToMessage()}.Key(…)'",
        };
        context.Report(RuleTable.LambdaNotTaken.Problem(access.Name.GetLocation(), ("method", name), ("remedy", remedy)));
    }
}
