using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1004: DynamoDB takes strings, numbers and bytes as keys. The parser finds it.</summary>
internal sealed class KeyTypeNotSupportedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeyTypeNotSupported,
        "Member's type can't be a key",
        "'{0}' can't be a key as '{1}'; a key is a string, a number or bytes",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.KeyTypeNotSupported));

    public override DiagnosticDescriptor Descriptor => Rule;
}
