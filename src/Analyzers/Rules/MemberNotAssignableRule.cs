using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0007: what is written has to come back. The parser finds it.</summary>
internal sealed class MemberNotAssignableRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MemberNotAssignable,
        "Member can't be read back",
        "'{0}' can be written but not read back; give it an 'init' accessor or a constructor parameter, or mark it [DynamoIgnore]",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.MemberNotAssignable));

    public override DiagnosticDescriptor Descriptor => Rule;
}
