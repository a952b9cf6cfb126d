using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>Reads items of one partition of a secondary index, in the order of its sort keys. Always eventually consistent.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <typeparam name="TTokens">The tokens of the attributes that a filter on the index can use.</typeparam>
public sealed class IndexQuery<T, TTokens> : ReadBuilder<IndexQuery<T, TTokens>, T>
    where T : IItem<T>
    where TTokens : struct
{
    internal IndexQuery(TableHandle table, IndexPartition<T, TTokens> partition, SortKeyCondition<TTokens> sortKey)
        : base(PlanOf(table, partition, sortKey.Range))
    {
    }

    /// <summary>Returns only items for which the condition holds. Several calls must all hold. What is filtered out is still read, and paid for.</summary>
    public IndexQuery<T, TTokens> Where(Func<TTokens, Condition> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Where(condition(default));
    }

    /// <summary>Reads from the last sort key to the first.</summary>
    public IndexQuery<T, TTokens> Descending() => With(Plan with { IsDescending = true });

    private static ReadPlan PlanOf(TableHandle table, IndexPartition<T, TTokens> partition, SortKeyRange range)
    {
        var model = T.Model;
        var index = model.FindIndex(partition.IndexName)
            ?? throw new ArgumentException($"{model.ItemType.Name} declares no index '{partition.IndexName}'.", nameof(partition));
        return new ReadPlan
        {
            Table = table,
            Model = model,
            Index = index,
            Key = new KeyCondition(model, index.Partition, index.Sort, partition.Partition, range),
        };
    }
}
