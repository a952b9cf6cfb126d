using System.Globalization;
using System.Text;
using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1041: a partition key has at most 2,048 bytes, a sort key 1,024.</summary>
internal sealed class KeyTooLongRule : ModelRule
{
    private const int PartitionBytes = 2048;
    private const int SortBytes = 1024;

    public override void Check(ModelRuleContext context)
    {
        var spec = context.Spec;
        Check(context, spec.PartitionKey, PartitionBytes, "the partition key");
        Check(context, spec.SortKey, SortBytes, "the sort key");
        foreach (var index in spec.Indexes)
        {
            foreach (var key in index.IsLocal ? [] : index.Partition)
                Check(context, key, PartitionBytes, $"the partition key of index '{index.Name}'", index.Name);
            foreach (var key in index.Sort)
                Check(context, key, SortBytes, $"the sort key of index '{index.Name}'", index.Name);
        }
    }

    private static void Check(ModelRuleContext context, KeySpec? key, int limit, string name, string? index = null)
    {
        if (key is null or { IsUnknown: true } || key.Wire == WireType.N)
            return;
        long bytes = 0;
        foreach (var part in key.Parts)
        {
            bytes += part.Literal is { } literal
                ? Encoding.UTF8.GetByteCount(literal)
                : ItemSize.MaxLength(context.Member(part.Member)) ?? 0;
        }

        if (bytes <= limit)
            return;
        context.ReportKey(RuleTable.KeyTooLong, key, index, ("key", name), ("count", Text(bytes)), ("limit", Text(limit)));
    }

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
