using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0020: what no member reads has one place to go. The parser finds it.</summary>
internal sealed class SeveralExtraAttributesRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SeveralExtraAttributes,
        "Item type has two members for extra attributes",
        "Remove '{0}' or '{1}': one member with [DynamoExtra] keeps all attributes that no other reads",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.SeveralExtraAttributes));

    public override DiagnosticDescriptor Descriptor => Rule;
}
