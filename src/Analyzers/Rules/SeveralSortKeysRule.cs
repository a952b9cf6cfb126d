using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1003: a table has one sort key at most. The parser finds it.</summary>
internal sealed class SeveralSortKeysRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SeveralSortKeys,
        "Item type has two sort keys",
        "Remove this [SortKey]: '{0}' has one already, and a template can take several members",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.SeveralSortKeys));

    public override DiagnosticDescriptor Descriptor => Rule;
}
