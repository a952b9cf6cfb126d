using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0018: attributes of any shape need a type for any shape. The parser finds it.</summary>
internal sealed class ExtraAttributesTypeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ExtraAttributesType,
        "Extra attributes have another type",
        "'{0}' can't hold extra attributes as '{1}'; make it an ExtraAttributes, or remove [DynamoExtra]",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.ExtraAttributesType));

    public override DiagnosticDescriptor Descriptor => Rule;
}
