using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0019: a default is a value of the member's type. The parser finds it.</summary>
internal sealed class DefaultValueTypeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DefaultValueType,
        "Default value does not fit the member",
        "'{0}' can't take this [DynamoDefault] as '{1}'; give a constant of that type, or a text that it can be parsed from",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.DefaultValueType));

    public override DiagnosticDescriptor Descriptor => Rule;
}
