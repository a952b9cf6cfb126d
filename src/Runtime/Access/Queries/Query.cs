using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>Reads items of one partition of a table, in the order of their sort keys.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each query. Not safe for concurrent use.
/// </remarks>
public sealed class Query<T> : QueryBuilder<Query<T>, T>
    where T : IItem<T>
{
    private static readonly Condition? Kind = KindFilter.OfQuery(T.Model);
    private static readonly KeyCheck? CheckOfPartition = KeyCheck.OfQuery(T.Model, hasRange: false);
    private static readonly KeyCheck? CheckOfRange = KeyCheck.OfQuery(T.Model, hasRange: true);

    internal Query(TableHandle table, PartitionKeyCondition<T> partition, SortKeyCondition<T> sortKey)
        : base(new QueryPlan
        {
            Table = table,
            Model = T.Model,
            Key = KeyOf(partition.Partition, sortKey.Range),
            Shards = T.Model.Partition.Shards,
            Kind = Kind,
            Check = sortKey.Range.IsNone ? CheckOfPartition : CheckOfRange,
        })
    {
    }

    /// <summary>Reads from the last sort key to the first.</summary>
    public Query<T> Descending() => With(Plan with { IsDescending = true });

    /// <summary>Reads the result of the latest writes, at twice the cost.</summary>
    public Query<T> ConsistentRead() => With(Plan with { IsConsistent = true });

    private static KeyCondition KeyOf(KeyValue partition, SortKeyRange range)
    {
        var model = T.Model;
        return new KeyCondition(model, [model.Partition], model.Sort is { } sort ? [sort] : [], [partition], range);
    }
}
