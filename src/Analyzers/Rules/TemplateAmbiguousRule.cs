using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1009: different values have to make different keys. The parser finds it.</summary>
internal sealed class TemplateAmbiguousRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TemplateAmbiguous,
        "Key template is ambiguous",
        "Put a '#' after '{{{1}}}' in the template '{0}': its text has any length, so two keys could be the same",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TemplateAmbiguous));

    public override DiagnosticDescriptor Descriptor => Rule;
}
