using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1027: only a projection of included attributes includes some, and it has to. The parser finds it.</summary>
internal sealed class IndexProjectionContradictsRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.IndexProjectionContradicts,
        "Index's projection and Include contradict each other",
        "Index '{0}' {1}",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.IndexProjectionContradicts));

    public override DiagnosticDescriptor Descriptor => Rule;
}
