namespace DynamoToolkit;

/// <summary>Reads of types with <see cref="VersionControlledAttribute"/>.</summary>
public static class VersionReadExtensions
{
    /// <summary>Reads the latest version, with one GetItem of version 0, its copy.</summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="consistentRead">Whether to read the result of the latest save, at twice the cost.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item, whose version is that of the latest version; null if it does not exist or has expired.</returns>
    public static ValueTask<T?> GetLatestAsync<T>(
        this DynamoTable<T> table, ItemHistory<T> history, bool consistentRead = false, CancellationToken cancellationToken = default)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.GetAsync(history.LatestKey, consistentRead, cancellationToken);
    }

    /// <summary>A get of the latest version with options, or for transactions and batches.</summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    public static Get<T> GetLatest<T>(this DynamoTable<T> table, ItemHistory<T> history)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Get(history.LatestKey);
    }

    /// <summary>Reads one version. Members that only the copy of the latest version stores are empty.</summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="consistentRead">Whether to read the result of the latest save, at twice the cost.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version; null if it does not exist or has expired.</returns>
    public static ValueTask<T?> GetVersionAsync<T>(
        this DynamoTable<T> table,
        ItemHistory<T> history,
        long version,
        bool consistentRead = false,
        CancellationToken cancellationToken = default)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.GetAsync(history.KeyOf(version), consistentRead, cancellationToken);
    }

    /// <summary>A get of one version with options, or for transactions and batches.</summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="version">The version, from 1.</param>
    public static Get<T> GetVersion<T>(this DynamoTable<T> table, ItemHistory<T> history, long version)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Get(history.KeyOf(version));
    }

    /// <summary>A query of the versions of an item, in the order of their numbers, without version 0.</summary>
    /// <param name="table">The table.</param>
    /// <param name="history">The item: <c>Metric.History(…)</c>.</param>
    /// <param name="from">The first version.</param>
    /// <param name="to">The last version; null for no limit.</param>
    public static Query<T> QueryVersions<T>(this DynamoTable<T> table, ItemHistory<T> history, long from = 1, long? to = null)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        var last = history.KeyOf(to ?? T.Model.Versions!.Number.Max).Sort;
        return table.Query(
            new PartitionKeyCondition<T>(history.LatestKey.Partition), SortKeyCondition<T>.Between(history.KeyOf(from).Sort, last));
    }

    /// <summary>Returns each item once, as its latest version, and not its versions.</summary>
    /// <param name="query">A query of a partition that holds several histories.</param>
    public static Query<T> Latest<T>(this Query<T> query)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.OnlyLatest();
    }

    /// <summary>Returns each item once, as its latest version, and not its versions.</summary>
    /// <param name="scan">A scan.</param>
    public static Scan<T> Latest<T>(this Scan<T> scan)
        where T : class, IVersionedItem<T>
    {
        ArgumentNullException.ThrowIfNull(scan);
        return scan.OnlyLatest();
    }

    /// <summary>
    /// Returns each item once, as its latest version, and not its versions. A query of an index that holds only the latest versions needs no
    /// such call.
    /// </summary>
    /// <param name="query">A query of an index.</param>
    /// <exception cref="InvalidOperationException">The index holds only numbered versions.</exception>
    public static IndexQuery<T, TTokens> Latest<T, TTokens>(this IndexQuery<T, TTokens> query)
        where T : class, IVersionedItem<T>
        where TTokens : class, new()
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.OnlyLatest();
    }
}
