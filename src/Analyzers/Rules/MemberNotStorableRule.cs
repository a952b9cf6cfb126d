using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0013: an attribute that has no effect is a mistake. The parser finds it.</summary>
internal sealed class MemberNotStorableRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MemberNotStorable,
        "Attribute on a member that can't be stored",
        "Remove the attribute from '{0}', which can't be stored because it is {1}",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.MemberNotStorable));

    public override DiagnosticDescriptor Descriptor => Rule;
}
