using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1017: DynamoDB refuses a key schema with one attribute twice. The parser finds it.</summary>
internal sealed class KeyAttributeTwiceRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeyAttributeTwice,
        "One attribute is two keys",
        "Use different attributes in the keys of {1}: '{0}' has '{2}' twice",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.KeyAttributeTwice));

    public override DiagnosticDescriptor Descriptor => Rule;
}
