using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0014: the generator writes mapping code for marked types only. The parser finds it.</summary>
internal sealed class MapNotMarkedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MapNotMarked,
        "Member's type is not marked as a map",
        "Mark '{1}' with [DynamoMap], so that '{0}' can be stored, or mark '{0}' with [DynamoIgnore]",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.MapNotMarked));

    public override DiagnosticDescriptor Descriptor => Rule;
}
