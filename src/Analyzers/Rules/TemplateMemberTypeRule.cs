using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1008: key text has to sort as its values compare. The parser finds it.</summary>
internal sealed class TemplateMemberTypeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TemplateMemberType,
        "Member can't be in a key template",
        "'{1}' can't be in the template '{0}' as '{2}', which has no text that sorts as the values do; use a string, whole number, time, Guid, enum or bool",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TemplateMemberType));

    public override DiagnosticDescriptor Descriptor => Rule;
}
