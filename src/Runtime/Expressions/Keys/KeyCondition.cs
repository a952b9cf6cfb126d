using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The key condition of one query: the partition of a table or index, and a range of its sort keys.</summary>
internal sealed class KeyCondition
{
    private readonly IReadOnlyList<KeyModel> partitionKeys;
    private readonly IReadOnlyList<KeyModel> sortKeys;
    private readonly IReadOnlyList<KeyValue> partition;
    private readonly SortKeyRange range;
    private readonly SortKeyRange asked;

    public KeyCondition(
        TableModel model,
        IReadOnlyList<KeyModel> partitionKeys,
        IReadOnlyList<KeyModel> sortKeys,
        IReadOnlyList<KeyValue> partition,
        SortKeyRange range)
    {
        if (partition.Count != partitionKeys.Count)
        {
            throw new ArgumentException(
                $"The partition key of {model} has {partitionKeys.Count} attributes, and the query gives {partition.Count} values. " +
                "Give one for each attribute.");
        }

        for (var i = 0; i < partition.Count; i++)
            partitionKeys[i].ThrowIfInvalid(partition[i], KeyModel.MaxPartitionBytes);

        this.partitionKeys = partitionKeys;
        this.sortKeys = sortKeys;
        this.partition = partition;
        this.range = SortKeyNarrowing.Narrow(sortKeys, range);
        asked = range;
        var leading = this.range.Leading?.Length ?? 0;
        if (!this.range.IsNone && leading >= sortKeys.Count)
            throw new ArgumentException($"The sort key of {model} has {sortKeys.Count} attributes, and the query asks for {leading + 1}.");
    }

    private KeyCondition(KeyCondition narrowed, string prefix)
    {
        partitionKeys = narrowed.partitionKeys;
        sortKeys = narrowed.sortKeys;
        partition = narrowed.partition;
        asked = narrowed.asked;
        range = asked.IsNone && prefix.Length > 0
            ? new SortKeyRange { Operator = SortKeyOperator.StartsWith, Low = KeyValue.Of(prefix) }
            : asked;
    }

    private KeyCondition(KeyCondition whole, KeyValue shard, SortKeyRange shardRange)
    {
        partitionKeys = whole.partitionKeys;
        sortKeys = whole.sortKeys;
        partition = [shard];
        (asked, range) = (shardRange, shardRange);
        partitionKeys[0].ThrowIfInvalid(shard, KeyModel.MaxPartitionBytes);
    }

    /// <summary>The range of sort keys that is read.</summary>
    public SortKeyRange Range => range;

    /// <summary>The partition key's value; that of a sharded key has no shard.</summary>
    public KeyValue Partition => partition[0];

    /// <summary>Returns the condition for one shard of a sharded key.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="shardRange">The range of sort keys that is left to read.</param>
    public KeyCondition ForShard(int shard, SortKeyRange shardRange) =>
        new(this, WriteShardModel.KeyOf(partition[0], shard), shardRange);

    /// <summary>Returns the same condition for items of several types.</summary>
    /// <param name="prefix">The text with which the sort keys of all these types begin; empty if there is none.</param>
    public KeyCondition ForTypes(string prefix) => new(this, prefix);

    /// <summary>Writes <c>,"KeyConditionExpression":"…"</c>.</summary>
    public void Write(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"KeyConditionExpression\":\""u8);
        for (var i = 0; i < partition.Count; i++)
        {
            if (i > 0)
                writer.WriteRaw(" AND "u8);
            WriteEquality(ref writer, context, partitionKeys[i], partition[i]);
        }

        WriteRange(ref writer, context);
        writer.WriteRaw("\""u8);
    }

    private static void WriteEquality(ref ItemWriter writer, ExpressionContext context, KeyModel key, KeyValue value)
    {
        context.WriteName(ref writer, key.AttributeName);
        writer.WriteRaw(" = "u8);
        context.WriteKey(ref writer, value);
    }

    private void WriteRange(ref ItemWriter writer, ExpressionContext context)
    {
        if (range.IsNone)
            return;

        var leading = range.Leading ?? [];
        for (var i = 0; i < leading.Length; i++)
        {
            writer.WriteRaw(" AND "u8);
            WriteEquality(ref writer, context, sortKeys[i], leading[i]);
        }

        var key = sortKeys[leading.Length].AttributeName;
        writer.WriteRaw(" AND "u8);
        switch (range.Operator)
        {
            case SortKeyOperator.StartsWith:
                writer.WriteRaw("begins_with("u8);
                context.WriteName(ref writer, key);
                writer.WriteRaw(", "u8);
                context.WriteKey(ref writer, range.Low);
                writer.WriteRaw(")"u8);
                break;
            case SortKeyOperator.Between:
                context.WriteName(ref writer, key);
                writer.WriteRaw(" BETWEEN "u8);
                context.WriteKey(ref writer, range.Low);
                writer.WriteRaw(" AND "u8);
                context.WriteKey(ref writer, range.High);
                break;
            default:
                context.WriteName(ref writer, key);
                writer.WriteRaw(ExpressionText.Symbol(ComparisonOf(range.Operator)));
                context.WriteKey(ref writer, range.Low);
                break;
        }
    }

    private static Comparison ComparisonOf(SortKeyOperator sortKeyOperator) => sortKeyOperator switch
    {
        SortKeyOperator.Equal => Comparison.Equal,
        SortKeyOperator.Less => Comparison.Less,
        SortKeyOperator.AtMost => Comparison.AtMost,
        SortKeyOperator.Greater => Comparison.Greater,
        SortKeyOperator.AtLeast => Comparison.AtLeast,
        _ => throw new ArgumentOutOfRangeException(nameof(sortKeyOperator), sortKeyOperator, "Not a comparison."),
    };
}
