using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0017: a converter is for one type. The parser finds it.</summary>
internal sealed class ConverterMismatchRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ConverterMismatch,
        "Converter is for another type",
        "'{0}' can't be stored by this converter, which is not for '{1}'; name a type that implements IAttributeConverter of the member's type",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.ConverterMismatch));

    public override DiagnosticDescriptor Descriptor => Rule;
}
