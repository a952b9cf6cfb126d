using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1014: a map is stored inside an item, which has them. The parser finds it.</summary>
internal sealed class KeyOnMapRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeyOnMap,
        "Key, index or time to live on a map",
        "Remove [{1}] from '{0}': a map has no keys, indexes or time to live of its own",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.KeyOnMap));

    public override DiagnosticDescriptor Descriptor => Rule;
}
