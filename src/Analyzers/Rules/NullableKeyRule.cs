using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1005: an item without its key is refused. The parser finds it.</summary>
internal sealed class NullableKeyRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NullableKey,
        "Table key can be null",
        "Make '{0}' non-nullable: it is in the table's key, and every item has a key",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.NullableKey));

    public override DiagnosticDescriptor Descriptor => Rule;
}
