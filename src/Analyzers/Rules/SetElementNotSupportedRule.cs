using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0010: DynamoDB's sets hold strings, numbers or bytes. The parser finds it.</summary>
internal sealed class SetElementNotSupportedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SetElementNotSupported,
        "Set has an unsupported element type",
        "'{0}' can't be a set of '{1}', {2}",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.SetElementNotSupported));

    public override DiagnosticDescriptor Descriptor => Rule;
}
