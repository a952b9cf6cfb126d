using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0027: an item that is read has a value for every required member. The parser finds it.</summary>
internal sealed class RequiredNotStoredRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.RequiredNotStored,
        "Required member is not stored",
        "'{0}' is required but not stored, so no '{1}' could be read; store it with [DynamoAttribute], or remove 'required'",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.RequiredNotStored));

    public override DiagnosticDescriptor Descriptor => Rule;
}
