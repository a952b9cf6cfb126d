using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0001: the generator adds members to the type. The parser finds it.</summary>
internal sealed class TypeNotPartialRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TypeNotPartial,
        "Item type is not partial",
        "Declare '{0}' partial, so that the generator can add to it",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TypeNotPartial));

    public override DiagnosticDescriptor Descriptor => Rule;
}
