using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0026: generated code calls a converter by its name. The parser finds it.</summary>
internal sealed class ConverterNotCallableRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ConverterNotCallable,
        "Converter can't be called",
        "'{0}' can't be stored by '{1}', because {2}",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.ConverterNotCallable));

    public override DiagnosticDescriptor Descriptor => Rule;
}
