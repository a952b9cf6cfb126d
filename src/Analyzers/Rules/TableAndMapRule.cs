using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0004: a type has one way of being stored. The parser finds it.</summary>
internal sealed class TableAndMapRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TableAndMap,
        "Type is both table and map",
        "Remove [DynamoMap] from '{0}': the item type of a table can be stored inside other items as it is",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TableAndMap));

    public override DiagnosticDescriptor Descriptor => Rule;
}
