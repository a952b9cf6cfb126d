using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0012: DynamoDB has rules for the names of tables, indexes and attributes. The parser finds it.</summary>
internal sealed class NameNotAllowedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NameNotAllowed,
        "Name is not allowed by DynamoDB",
        "Rename the {0} '{1}': {2}",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.NameNotAllowed));

    public override DiagnosticDescriptor Descriptor => Rule;
}
