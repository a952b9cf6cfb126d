using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0006: an item holds each attribute once. The parser finds it.</summary>
internal sealed class DuplicateAttributeNameRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DuplicateAttributeName,
        "Two members have one attribute name",
        "'{0}' and '{2}' are both stored in attribute '{1}'; name one of them with [DynamoAttribute], or by a Prefix if it is flattened",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.DuplicateAttributeName));

    public override DiagnosticDescriptor Descriptor => Rule;
}
