using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0028: a flattened member and one for extra attributes have no attribute of their own to name or convert. The parser finds it.</summary>
internal sealed class AttributeWithoutEffectRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AttributeWithoutEffect,
        "Attribute on a member has no effect",
        "Remove [{1}] from '{0}': beside [{2}] it has no effect",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.AttributeWithoutEffect));

    public override DiagnosticDescriptor Descriptor => Rule;
}
