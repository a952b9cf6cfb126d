using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1028: a name is for one attribute. The parser finds it.</summary>
internal sealed class KeyNameWithoutKeyRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeyNameWithoutKey,
        "Name of an index's key attribute has nothing to name",
        "Remove {1} from index '{0}': it names the one attribute of that key, which has {2}",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.KeyNameWithoutKey));

    public override DiagnosticDescriptor Descriptor => Rule;
}
