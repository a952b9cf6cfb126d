using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1007: a template is text with members in braces. The parser finds it.</summary>
internal sealed class TemplateMalformedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TemplateMalformed,
        "Key template is malformed",
        "Correct the template '{0}': {1}",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TemplateMalformed));

    public override DiagnosticDescriptor Descriptor => Rule;
}
