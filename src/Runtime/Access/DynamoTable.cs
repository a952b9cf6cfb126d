using System.Runtime.CompilerServices;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The items of one type in their table. Made by <see cref="DynamoClient.Table{T}()"/>; safe for concurrent use.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed class DynamoTable<T>
    where T : IItem<T>
{
    private readonly TableHandle table;

    internal DynamoTable(TableHandle table) => this.table = table;

    /// <summary>The physical name of the table.</summary>
    public string Name => table.Name;

    /// <summary>The client that the table came from.</summary>
    public DynamoClient Client => table.Client;

    /// <summary>Reads one item.</summary>
    /// <param name="key">The item's key.</param>
    /// <param name="consistentRead">Whether to read what the last write left, at twice the cost.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>
    /// The item; or null (of a struct, the default value: <see cref="Get"/> tells the difference) where there is none or it has expired.
    /// </returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> GetAsync(ItemKey<T> key, bool consistentRead = false, CancellationToken cancellationToken = default)
    {
        using var body = WireBuffer.Rent();
        WriteGet(body, key, consistentRead);
        using var response = await table.SendAsync(DynamoOperation.GetItem, body, cancellationToken).ConfigureAwait(false);
        return GetResponse.ReadItem<T>(response.WrittenSpan, table.Time);
    }

    /// <summary>Puts a whole item: makes it, or replaces the one with its key.</summary>
    public async Task PutAsync(T item, CancellationToken cancellationToken = default)
    {
        if (item is null)
            throw new ArgumentNullException(nameof(item));

        using var body = WireBuffer.Rent();
        WritePut(body, in item);
        using var response = await table.SendAsync(DynamoOperation.PutItem, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes an item. Deleting what is not there is no error.</summary>
    public async Task DeleteAsync(ItemKey<T> key, CancellationToken cancellationToken = default)
    {
        using var body = WireBuffer.Rent();
        WriteDelete(body, key);
        using var response = await table.SendAsync(DynamoOperation.DeleteItem, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A get with options, or for <see cref="DynamoClient.TransactGetAsync(IEnumerable{IReadOperation}, CapacityDetail, CancellationToken)"/>.</summary>
    public Get<T> Get(ItemKey<T> key) => new(table, key);

    /// <summary>A put with options, or for transactions and batches.</summary>
    public Put<T> Put(T item) => new(table, item);

    /// <summary>An update.</summary>
    public Update<T> Update(ItemKey<T> key) => new(table, key);

    /// <summary>A delete with options, or for transactions and batches.</summary>
    public Delete<T> Delete(ItemKey<T> key) => new(table, key);

    /// <summary>A condition on an item that a transaction does not write.</summary>
    public ConditionCheck<T> Check(ItemKey<T> key) => new(table, key);

    /// <summary>A query of one partition.</summary>
    /// <param name="partition">The partition: <c>Run.Partition(…)</c>.</param>
    /// <param name="sortKey">A condition on the sort key: <c>Run.SortKey.AtLeast(…)</c>.</param>
    public Query<T> Query(PartitionKeyCondition<T> partition, SortKeyCondition<T> sortKey = default) => new(table, partition, sortKey);

    /// <summary>A query of one partition of a secondary index.</summary>
    /// <param name="partition">The partition: <c>Run.Index.ByExperiment(…)</c>.</param>
    /// <param name="sortKey">A condition on the index's sort key: <c>Run.Index.ByExperimentSortKey.AtLeast(…)</c>.</param>
    public IndexQuery<T, TTokens> Query<TTokens>(IndexPartition<T, TTokens> partition, SortKeyCondition<TTokens> sortKey = default)
        where TTokens : struct => new(table, partition, sortKey);

    /// <summary>A scan: reads the whole table, also where a filter leaves little of it, and costs accordingly. Returns this type's items only.</summary>
    public Scan<T> Scan() => new(table);

    /// <summary>Reads any number of items by their keys, up to 100 in a request.</summary>
    /// <param name="keys">The keys, each of another item.</param>
    /// <param name="consistentRead">Whether to read what the last writes left, at twice the cost.</param>
    /// <param name="capacity">How much the result tells of the capacity used.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The items that there are, in no particular order, and the keys that the service never got to.</returns>
    public Task<BatchGetResult<T>> BatchGetAsync(IEnumerable<ItemKey<T>> keys, bool consistentRead = false, CapacityDetail capacity = CapacityDetail.None, CancellationToken cancellationToken = default)
    {
        var batch = new KeyBatchReader<T, T>(table, keys, consistentRead, capacity, projection: []);
        return RunAsync();

        async Task<BatchGetResult<T>> RunAsync()
        {
            await batch.RunAsync(cancellationToken).ConfigureAwait(false);
            return new BatchGetResult<T> { Items = batch.Items, Unprocessed = batch.Unprocessed, ConsumedCapacity = batch.Capacity };
        }
    }

    /// <summary>Reads any number of items by their keys as a smaller type, and only the attributes that it has. The cost is that of the whole items.</summary>
    /// <typeparam name="TPart">A type that has some of the items' attributes: any item type or nested type.</typeparam>
    /// <inheritdoc cref="BatchGetAsync(IEnumerable{ItemKey{T}}, bool, CapacityDetail, CancellationToken)"/>
    public Task<BatchGetResult<T, TPart>> BatchGetAsync<TPart>(IEnumerable<ItemKey<T>> keys, bool consistentRead = false, CapacityDetail capacity = CapacityDetail.None, CancellationToken cancellationToken = default)
        where TPart : IDynamoMap<TPart>
    {
        var batch = new KeyBatchReader<T, TPart>(table, keys, consistentRead, capacity, Projections.Of<TPart>(T.Model));
        return RunAsync();

        async Task<BatchGetResult<T, TPart>> RunAsync()
        {
            await batch.RunAsync(cancellationToken).ConfigureAwait(false);
            return new BatchGetResult<T, TPart> { Items = batch.Items, Unprocessed = batch.Unprocessed, ConsumedCapacity = batch.Capacity };
        }
    }

    private void WriteGet(WireBuffer body, in ItemKey<T> key, bool consistentRead)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        key.Write(ref writer);
        writer.WriteRaw(consistentRead ? ",\"ConsistentRead\":true}"u8 : "}"u8);
        writer.Flush();
    }

    private void WritePut(WireBuffer body, in T item)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Item\":"u8);
        ItemText.Write(ref writer, in item);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private void WriteDelete(WireBuffer body, in ItemKey<T> key)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        key.Write(ref writer);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }
}
