using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1016: a template on a member would be lost. The parser finds it.</summary>
internal sealed class KeyArgumentOnMemberRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeyArgumentOnMember,
        "Key attribute on a member has an argument",
        "Remove the argument: '{0}' is the key itself; [{1}] takes a template on the type, and [DynamoAttribute] names the attribute",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.KeyArgumentOnMember));

    public override DiagnosticDescriptor Descriptor => Rule;
}
