using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1012: a local index is another sort order inside a partition. The parser finds it.</summary>
internal sealed class LocalIndexWithoutSortKeyRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.LocalIndexWithoutSortKey,
        "Local index on a table without a sort key",
        "Give '{1}' a [SortKey], or make index '{0}' a [GlobalIndex]: local indexes need a table with a sort key",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.LocalIndexWithoutSortKey));

    public override DiagnosticDescriptor Descriptor => Rule;
}
