using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1006: a template is made of members. The parser finds it.</summary>
internal sealed class TemplateMemberUnknownRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TemplateMemberUnknown,
        "Key template names no stored member",
        "Template '{0}' names '{1}', which is no stored member; correct the name",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TemplateMemberUnknown));

    public override DiagnosticDescriptor Descriptor => Rule;
}
