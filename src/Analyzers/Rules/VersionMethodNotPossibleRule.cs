using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Explains why the methods of versions do not compile for types of which none are kept.</summary>
internal static class VersionMethodNotPossibleRule
{
    private static readonly HashSet<string> Methods =
    [
        "SaveVersion", "SaveVersionAsync", "UpdateVersionAsync", "RestoreVersionAsync", "GetLatest", "GetLatestAsync", "GetVersion",
        "GetVersionAsync", "QueryVersions", "DeleteHistoryAsync", "PruneVersionsAsync",
    ];

    /// <summary>Looks at a call.</summary>
    public static void Check(InvocationExpressionSyntax call, UseContext context)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access || !Methods.Contains(access.Name.Identifier.ValueText)
            || context.SymbolOf(call) is not null)
        {
            return;
        }

        if (context.TypeOf(access.Expression) is INamedTypeSymbol { Name: "DynamoTable", TypeArguments: [INamedTypeSymbol item] } table
            && table.IsOfToolkit() && item.HasToolkitAttribute(AttributeNames.Table) && VersionParser.LatestAttributeOf(item) is null)
        {
            context.Report(RuleTable.VersionMethodNotPossible.Problem(
                access.Name.GetLocation(), ("method", access.Name.Identifier.ValueText), ("type", item.ToMessage())));
        }
    }
}
