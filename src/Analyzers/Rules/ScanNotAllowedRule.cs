using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2020: a scan reads and pays for the whole table, so it has to be meant.</summary>
internal static class ScanNotAllowedRule
{
    /// <summary>Looks at <c>Scan()</c>.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.TargetMethod.ContainingType?.Name != "DynamoTable" || context.Options.AllowsScans
            || context.ItemType is not { } item || item.SelfAndBases().Any(one => one.HasToolkitAttribute(AttributeNames.AllowScan))
            || IsAllowed(context.Containing))
        {
            return;
        }

        var table = context.SpecOf(item)?.TableName is { } name ? $"the table '{name}'" : "the table";
        context.ReportName(RuleTable.ScanNotAllowed, ("table", table));
    }

    private static bool IsAllowed(ISymbol? symbol)
    {
        for (var current = symbol; current is not null and not IModuleSymbol; current = current.ContainingSymbol)
        {
            if (current is not INamespaceSymbol && current.HasToolkitAttribute(AttributeNames.AllowScan))
                return true;
        }

        return symbol?.ContainingAssembly?.HasToolkitAttribute(AttributeNames.AllowScan) == true;
    }
}
