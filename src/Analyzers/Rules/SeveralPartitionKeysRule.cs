using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1002: a table has one partition key. The parser finds it.</summary>
internal sealed class SeveralPartitionKeysRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SeveralPartitionKeys,
        "Item type has two partition keys",
        "Remove this [PartitionKey]: '{0}' has one already, and a template can take several members",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.SeveralPartitionKeys));

    public override DiagnosticDescriptor Descriptor => Rule;
}
