using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1015: a composed key is an attribute of its own. The parser finds it.</summary>
internal sealed class KeyNameTakenRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeyNameTaken,
        "Key's attribute name is taken",
        "'{0}' keeps two different things in attribute '{1}'; set the key's AttributeName, or rename the member with [DynamoAttribute]",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.KeyNameTaken));

    public override DiagnosticDescriptor Descriptor => Rule;
}
