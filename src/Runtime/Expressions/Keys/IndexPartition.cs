namespace DynamoToolkit;

/// <summary>
/// One partition of a secondary index. Created by the generated <c>Run.Index.ByExperiment(…)</c>. As with a table's partition, a query
/// reads only the sort keys that begin with the constant text of the type's template in this index.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <typeparam name="TTokens">The tokens of the attributes that a filter on the index can use.</typeparam>
public readonly struct IndexPartition<T, TTokens>
    where TTokens : class, new()
{
    private readonly KeyValue[] partition;

    /// <summary>Creates the condition.</summary>
    /// <param name="indexName">The index's name.</param>
    /// <param name="partition">
    /// The partition key's value; for a key of several attributes, one value for each of them, in their order.
    /// </param>
    public IndexPartition(string indexName, params ReadOnlySpan<KeyValue> partition)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexName);
        IndexName = indexName;
        this.partition = partition.ToArray();
    }

    /// <summary>The index's name.</summary>
    public string IndexName { get; }

    /// <summary>The partition key's values.</summary>
    public IReadOnlyList<KeyValue> Partition => partition;
}
