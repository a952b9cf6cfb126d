using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1021: a table has one key schema.</summary>
internal sealed class TableKeysDisagreeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TableKeysDisagree,
        "Item types of one table have different keys",
        "'{0}' has {1} in table '{4}', but '{2}' has {3}; use the same key attributes in both",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TableKeysDisagree));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        if (context.TableMates.FirstOrDefault() is not { Spec: { } first } other || HaveSameKeys(first, context.Spec))
            return;
        context.Report(
            RuleIds.TableKeysDisagree,
            context.Symbol.ToMessage(),
            Describe(context.Spec),
            other.Symbol.ToMessage(),
            Describe(first),
            first.TableName!);
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
