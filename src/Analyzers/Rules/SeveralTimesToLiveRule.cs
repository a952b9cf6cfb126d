using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0009: a table has one time to live. The parser finds it.</summary>
internal sealed class SeveralTimesToLiveRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SeveralTimesToLive,
        "Item type has two times to live",
        "Remove [TimeToLive] from '{0}' or from '{1}': a table has one time to live",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.SeveralTimesToLive));

    public override DiagnosticDescriptor Descriptor => Rule;
}
