using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0023: a name is stored with an item, and without [DynamoTable] or [DynamoMap] there is none. The analyzer itself finds it.</summary>
internal sealed class NamedTypeNotMappedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NamedTypeNotMapped,
        "Type with a name is neither table nor map",
        "Mark '{0}' with [DynamoTable] or [DynamoMap]: [DynamoType] alone stores nothing",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.NamedTypeNotMapped));

    public override DiagnosticDescriptor Descriptor => Rule;
}
