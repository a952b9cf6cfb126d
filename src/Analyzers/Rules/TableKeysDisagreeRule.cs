using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1021: a table has one key schema.</summary>
internal sealed class TableKeysDisagreeRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (context.TableMates.FirstOrDefault() is not { Spec: { } first } other || HaveSameKeys(first, context.Spec)
            || context.Bases.Any(root => HaveSameKeys(root.Spec!, context.Spec)))
        {
            return;
        }

        context.Report(
            RuleTable.TableKeysDisagree,
            ("type", context.Name),
            ("keys", Describe(context.Spec)),
            ("other", other.Symbol.ToMessage()),
            ("otherKeys", Describe(first)),
            ("table", first.TableName!));
    }

    private static bool HaveSameKeys(ItemSpec one, ItemSpec other) =>
        IsSame(one.PartitionKey, other.PartitionKey) && IsSame(one.SortKey, other.SortKey);

    private static bool IsSame(KeySpec? one, KeySpec? other) => one?.AttributeName == other?.AttributeName && one?.Wire == other?.Wire;

    private static string Describe(ItemSpec spec)
    {
        var partition = $"partition key {Describe(spec.PartitionKey!)}";
        return spec.SortKey is { } sort ? $"{partition} and sort key {Describe(sort)}" : $"{partition} and no sort key";
    }

    private static string Describe(KeySpec key) => $"'{key.AttributeName}' ({key.Wire})";
}
