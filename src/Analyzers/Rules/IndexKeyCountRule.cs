using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1013: a global index has up to four attributes in either key. The parser finds it.</summary>
internal sealed class IndexKeyCountRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.IndexKeyCount,
        "Index has too few or too many key attributes",
        "Index '{0}' has {2} attributes in its {1} key; use one to four for the partition key and at most four for the sort key",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.IndexKeyCount));

    public override DiagnosticDescriptor Descriptor => Rule;
}
