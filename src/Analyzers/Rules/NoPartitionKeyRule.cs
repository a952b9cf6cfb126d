using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1001: every item of a table is found by its partition key. The parser finds it.</summary>
internal sealed class NoPartitionKeyRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NoPartitionKey,
        "Item type has no partition key",
        "Put [PartitionKey] on a member of '{0}', or on the type with a template",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.NoPartitionKey));

    public override DiagnosticDescriptor Descriptor => Rule;
}
