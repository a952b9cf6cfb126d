using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The items of one type in their table. Created by <see cref="DynamoClient.Table{T}()"/>; safe for concurrent use.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed class DynamoTable<T>
    where T : IItem<T>
{
    private readonly TableHandle table;

    internal DynamoTable(DynamoClient client, string name)
    {
        Client = client;
        table = new TableHandle(client.Context, name);
        client.Context.Types.Add(name, T.Model);
        if (T.Model.Unique is not null)
            client.Context.Types.Add(name, Reservation<T>.Model);
        if (T.Model.Trigrams is not null)
            client.Context.Types.Add(name, Posting<T>.Model);
    }

    /// <summary>The physical name of the table.</summary>
    public string Name => table.Name;

    /// <summary>The client that the table came from.</summary>
    public DynamoClient Client { get; }

    /// <summary>What requests on the table need.</summary>
    internal TableHandle Handle => table;

    /// <summary>Whether even a plain write has a condition, or is refused.</summary>
    private static bool NeedsRequest =>
        T.Model.Discriminator is not null || T.Model.ViewOf is not null || T.Model.Versions is not null || T.Model.IsTracked
        || ShardAddress.IsMoving(T.Model);

    /// <summary>Whether a put has more to write than the item shows.</summary>
    private static bool NeedsPutRequest => NeedsRequest || T.Model.Stamps is not null;

    /// <summary>Reads one item.</summary>
    /// <param name="key">The item's key.</param>
    /// <param name="consistentRead">Whether to read the result of the latest write, at twice the cost.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The item, or null if it does not exist or has expired. For a struct, the default value instead of null: <see cref="Get"/> shows the
    /// difference.
    /// </returns>
    public ValueTask<T?> GetAsync(ItemKey<T> key, bool consistentRead = false, CancellationToken cancellationToken = default) =>
        ShardAddress.IsMoving(T.Model)
            ? GetMovingAsync(key, consistentRead, cancellationToken)
            : GetOneAsync(key, consistentRead, cancellationToken);

    private async ValueTask<T?> GetMovingAsync(ItemKey<T> key, bool consistentRead, CancellationToken cancellationToken)
    {
        var get = consistentRead ? Get(key).ConsistentRead() : Get(key);
        return (await get.ExecuteAsync(cancellationToken).ConfigureAwait(false)).Item;
    }

    // Apart from the other, so that its state stays small: every get in flight has one.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T?> GetOneAsync(ItemKey<T> key, bool consistentRead, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        GetItem<T>.Write(body, table, key, consistentRead);
        try
        {
            using var response = await table.SendAsync(DynamoOperation.GetItem, body, cancellationToken).ConfigureAwait(false);
            return GetItem<T>.Read(response.WrittenSpan, T.Model, T.Model.TimeToLiveAttribute, table.Time).Item;
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, DynamoOperation.GetItem, ItemIdentity.Of(Name, key));
        }
    }

    /// <summary>Puts a whole item: creates it, or replaces the item with the same key.</summary>
    /// <exception cref="ConcurrencyConflictException">
    /// The type has a concurrency token, and the stored one is not that of the item. Then a put only replaces, and
    /// <see cref="CreateAsync"/> creates.
    /// </exception>
    public async Task PutAsync(T item, CancellationToken cancellationToken = default)
    {
        if (item is null)
            throw new ArgumentNullException(nameof(item));

        if (NeedsPutRequest)
        {
            await Put(item).ExecuteAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        PutItem<T>.ChooseShard(item);
        using var body = WireBuffer.Rent();
        PutItem<T>.Write(body, table, in item);
        try
        {
            using var response = await table.SendAsync(DynamoOperation.PutItem, body, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, DynamoOperation.PutItem, ItemIdentity.Of(Name, T.KeyOf(item)));
        }
    }

    /// <summary>Creates an item. Unlike a put, it never replaces one: short for <c>Put(item).IfNotExists()</c>.</summary>
    /// <remarks>
    /// An item that has expired, but that the service has not deleted yet, does not exist, as in reads: it is replaced. If it is of another
    /// type of the item's family, only the table of the base class replaces it.
    /// </remarks>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ConditionalCheckFailedException">There is an item with the same key.</exception>
    public Task CreateAsync(T item, CancellationToken cancellationToken = default) =>
        Put(item).IfNotExists().ExecuteAsync(cancellationToken);

    /// <summary>Deletes an item. Deleting an item that does not exist succeeds.</summary>
    public async Task DeleteAsync(ItemKey<T> key, CancellationToken cancellationToken = default)
    {
        if (NeedsRequest)
        {
            await Delete(key).ExecuteAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        using var body = WireBuffer.Rent();
        DeleteItem<T>.Write(body, table, key);
        try
        {
            using var response = await table.SendAsync(DynamoOperation.DeleteItem, body, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, DynamoOperation.DeleteItem, ItemIdentity.Of(Name, key));
        }
    }

    /// <summary>
    /// Deletes the item with the key of another one. If the type has a concurrency token, the stored item must have that of the other one,
    /// or not exist. The other members are not compared.
    /// </summary>
    /// <param name="item">An item with the key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ConcurrencyConflictException">The stored concurrency token is not that of the item.</exception>
    public Task DeleteAsync(T item, CancellationToken cancellationToken = default) =>
        T.Model.Stamps?.Token is null && !T.Model.IsTracked
            ? DeleteAsync(KeyOf(item), cancellationToken)
            : Delete(item).ExecuteAsync(cancellationToken);

    /// <summary>
    /// A get with options, or for <see cref="DynamoClient.TransactGetAsync(IEnumerable{IGetOperation}, CancellationToken)"/>.
    /// </summary>
    public Get<T> Get(ItemKey<T> key) => new(table, key);

    /// <summary>A put with options, or for transactions and batches.</summary>
    public Put<T> Put(T item) => new(table, item);

    /// <summary>An update. If the type has a concurrency token, the update changes it but does not compare it.</summary>
    public Update<T> Update(ItemKey<T> key) => new(table, key);

    /// <summary>
    /// An update of the item that has the key of an item. If the type has a concurrency token, the stored item must have that of the item.
    /// The update changes the stored token, but nothing of the item in memory, which therefore is outdated afterwards;
    /// <see cref="Update{T}.ReturnNew"/> returns the new one.
    /// </summary>
    /// <param name="item">An item with the key.</param>
    public Update<T> Update(T item) => new(table, KeyOf(item), Compared(item));

    /// <summary>A delete with options, or for transactions and batches.</summary>
    public Delete<T> Delete(ItemKey<T> key) => new(table, key);

    /// <summary>
    /// A delete of the item that has the key of an item, with options, or for transactions and batches. If the type has a concurrency
    /// token, the stored item must have that of the item, or not exist.
    /// </summary>
    public Delete<T> Delete(T item) => new(table, KeyOf(item), Held(item));

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
        where TTokens : class, new() => new(table, partition, sortKey);

    /// <summary>
    /// A scan. It reads the whole table, even if a filter leaves little of it, and costs accordingly. It returns only this type's items.
    /// </summary>
    public Scan<T> Scan() => new(table);

    /// <summary>Reads any number of items by their keys, up to 100 in each request.</summary>
    /// <param name="keys">The keys, each of a different item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items that exist, in no particular order, and the keys that the service never got to.</returns>
    /// <exception cref="ArgumentException">A key occurs twice, or does not belong to the table.</exception>
    /// <exception cref="BatchGetException{TResult}">A request failed for good. Its <c>Result</c> has what was read before.</exception>
    public Task<BatchGetResult<T>> BatchGetAsync(IEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken = default) =>
        BatchGetAsync(keys, new BatchGetOptions(), cancellationToken);

    /// <inheritdoc cref="BatchGetAsync(IEnumerable{ItemKey{T}}, CancellationToken)"/>
    /// <param name="keys">The keys, each of a different item.</param>
    /// <param name="options">How to read, and what the result reports.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<BatchGetResult<T>> BatchGetAsync(
        IEnumerable<ItemKey<T>> keys, BatchGetOptions options, CancellationToken cancellationToken = default) =>
        RunAsync(
            new KeyBatch<T, T>(table, keys, options, projection: []),
            static batch => new BatchGetResult<T>
            {
                Items = batch.Items,
                Unprocessed = batch.Unprocessed,
                ConsumedCapacity = batch.Capacity,
            },
            cancellationToken);

    /// <summary>
    /// Reads any number of items by their keys as a smaller type, and only the attributes of that type. It costs as much as reading the
    /// whole items.
    /// </summary>
    /// <typeparam name="TPart">
    /// A type that has some of the items' attributes: a nested type, or an item type that does not have items of its own in the table.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">The type has items of its own in the table. Nothing is sent.</exception>
    /// <inheritdoc cref="BatchGetAsync(IEnumerable{ItemKey{T}}, CancellationToken)"/>
    public Task<BatchGetResult<T, TPart>> BatchGetAsync<TPart>(IEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken = default)
        where TPart : IDynamoMap<TPart> => BatchGetAsync<TPart>(keys, new BatchGetOptions(), cancellationToken);

    /// <inheritdoc cref="BatchGetAsync{TPart}(IEnumerable{ItemKey{T}}, CancellationToken)"/>
    /// <param name="keys">The keys, each of a different item.</param>
    /// <param name="options">How to read, and what the result reports.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<BatchGetResult<T, TPart>> BatchGetAsync<TPart>(
        IEnumerable<ItemKey<T>> keys, BatchGetOptions options, CancellationToken cancellationToken = default)
        where TPart : IDynamoMap<TPart> =>
        RunAsync(
            new KeyBatch<T, TPart>(table, keys, options, Projections.Of<TPart>(T.Model)),
            static batch => new BatchGetResult<T, TPart>
            {
                Items = batch.Items,
                Unprocessed = batch.Unprocessed,
                ConsumedCapacity = batch.Capacity,
            },
            cancellationToken);

    /// <summary>The item whose token is compared; null if its type has none.</summary>
    private static object? Compared(T item) => (T.Model.Stamps?.Token, T.Model.ViewOf) switch
    {
        (null, _) => null,
        (_, null) => item,
        var (token, items) => throw new InvalidOperationException(
            $"{T.Model.ItemType.Name} is a view of {items.ItemType.Name}, and does not hold its concurrency token '{token.AttributeName}'. "
            + $"Use the key and IfConcurrencyToken, or the {items.ItemType.Name}."),
    };

    /// <summary>The item whose token, unique values and indexed texts are compared; null if its type has none.</summary>
    private static object? Held(T item) => (T.Model.IsTracked, T.Model.ViewOf) switch
    {
        (false, _) => Compared(item),
        (_, null) => item,
        (_, var items) => throw new InvalidOperationException(
            $"{T.Model.ItemType.Name} is a view of {items.ItemType.Name}, and does not hold all of its "
            + $"{RequestErrors.DescribeTracked(items)}. "
            + $"Delete the {items.ItemType.Name}."),
    };

    private static ItemKey<T> KeyOf(T item) => item is null ? throw new ArgumentNullException(nameof(item)) : T.KeyOf(item);

    private static async Task<TResult> RunAsync<TPart, TResult>(
        KeyBatch<T, TPart> batch, Func<KeyBatch<T, TPart>, TResult> resultOf, CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
        where TResult : class
    {
        try
        {
            await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (batch.HasSent && error is not OperationCanceledException)
        {
            throw new BatchGetException<TResult>(resultOf(batch), batch.Unprocessed.Count, error);
        }

        return resultOf(batch);
    }
}
