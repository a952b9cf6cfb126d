using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// Reads items of one partition of a secondary index, in the order of its sort keys. Reads are eventually consistent. A local index also
/// allows a <see cref="ConsistentRead"/>.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <typeparam name="TTokens">The tokens of the attributes that a filter on the index can use.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each query. Not safe for concurrent use.
/// </remarks>
public sealed class IndexQuery<T, TTokens> : QueryBuilder<IndexQuery<T, TTokens>, T>
    where T : IItem<T>
    where TTokens : class, new()
{
    internal IndexQuery(TableHandle table, IndexPartition<T, TTokens> partition, SortKeyCondition<TTokens> sortKey)
        : base(PlanOf(table, partition, sortKey.Range))
    {
    }

    /// <summary>
    /// Returns only items for which the condition holds. Several conditions must all hold. DynamoDB still reads the items that the filter
    /// leaves out, and charges for them.
    /// </summary>
    public IndexQuery<T, TTokens> Where(Func<TTokens, Condition> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Where(condition(Tokens<TTokens>.Instance));
    }

    /// <summary>Reads from the last sort key to the first.</summary>
    public IndexQuery<T, TTokens> Descending() => With(Plan with { IsDescending = true });

    /// <summary>
    /// Reads the result of the latest writes, at twice the cost. Only local indexes allow it: a global index follows its table with a
    /// delay.
    /// </summary>
    /// <exception cref="InvalidOperationException">The index is global.</exception>
    public IndexQuery<T, TTokens> ConsistentRead()
    {
        if (Plan.Index is { Kind: IndexKind.Global } index)
        {
            throw new InvalidOperationException(
                $"The index '{index.Name}' is global, and DynamoDB refuses consistent reads of global indexes. " +
                "Query the table, or a local index.");
        }

        return With(Plan with { IsConsistent = true });
    }

    private static QueryPlan PlanOf(TableHandle table, IndexPartition<T, TTokens> partition, SortKeyRange range)
    {
        var model = T.Model;
        var index = model.FindIndex(partition.IndexName)
            ?? throw new ArgumentException(
                $"{model.ItemType.Name} does not declare an index '{partition.IndexName}'. Correct the name.", nameof(partition));
        return new QueryPlan
        {
            Table = table,
            Model = model,
            Index = index,
            Key = new KeyCondition(model, index.Partition, index.Sort, partition.Partition, range),
            Shards = index.Partition[0].Shards,
            Kind = KindFilter.OfIndexQuery(model, index),
            Check = KeyCheck.OfIndexQuery(model, index),
        };
    }
}
