using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0002: the generator has to open every type around an item type. The parser finds it.</summary>
internal sealed class ContainingTypeNotPartialRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ContainingTypeNotPartial,
        "Type around an item type is not partial",
        "Declare '{1}' partial: the item type '{0}' is inside it",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.ContainingTypeNotPartial));

    public override DiagnosticDescriptor Descriptor => Rule;
}
