using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1040: DynamoDB refuses empty texts in keys.</summary>
internal sealed class KeyCanBeEmptyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        // Text around a member keeps a composed key from being empty. A key of an index is left out while it is empty in no item at all.
        foreach (var key in new[] { context.Spec.PartitionKey, context.Spec.SortKey })
        {
            if (key is { Wire: WireType.S, Parts.Count: 1 } && key.Parts[0].Member is { } name && context.Member(name) is { } member
                && member.Initializer(context.CancellationToken) is { } value && IsEmpty(value.ToString()))
            {
                context.Report(RuleTable.KeyCanBeEmpty, member, ("member", name));
            }
        }
    }

    private static bool IsEmpty(string text) => text is "\"\"" or "string.Empty" or "String.Empty";
}
