using System.Numerics;
using DynamoToolkit.Patterns.Counters;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>The counter of one item. Created by <see cref="CounterExtensions.Counter"/>; safe for concurrent use.</summary>
/// <typeparam name="T">The type of the item that has the counter.</typeparam>
/// <typeparam name="TValue">The number's type.</typeparam>
public sealed class Counter<T, TValue>
    where T : IItem<T>
    where TValue : struct, INumber<TValue>
{
    private readonly TableHandle table;
    private readonly ItemKey<T> key;
    private readonly CounterModel model;

    internal Counter(TableHandle table, ItemKey<T> key, CounterModel model)
    {
        this.table = table;
        this.key = key;
        this.model = model;
    }

    /// <summary>Adds to the counter, which begins at 0. Adds need not be positive.</summary>
    /// <remarks>
    /// If the response is lost, the transport sends the add again, and it may count twice. Use <see cref="AddOnceAsync"/> if that matters.
    /// </remarks>
    /// <param name="amount">What to add.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task AddAsync(TValue amount, CancellationToken cancellationToken = default) => Add(amount).ExecuteAsync(cancellationToken);

    /// <summary>
    /// Adds to the counter once, however often the response is lost, and however often it is called again with the same token: the service
    /// remembers the token for 10 minutes. It costs twice as much as <see cref="AddAsync"/>.
    /// </summary>
    /// <param name="amount">What to add: the same in each call with the token.</param>
    /// <param name="token">What identifies the add: 1 to 36 characters, such as the id of the event that is counted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="Amazon.DynamoDBv2.Model.IdempotentParameterMismatchException">The token was used for another add.</exception>
    public Task AddOnceAsync(TValue amount, string token, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);

        // Another call with the token has to send the same request.
        var add = AddTo((int)(ShardHash.Of(token) % (ulong)model.Count), amount);
        return Transactions.WriteOwnAsync(
            table.Client, [add], new TransactWriteOptions { ClientRequestToken = token }, cancellationToken);
    }

    /// <summary>An add to the counter, for transactions.</summary>
    /// <param name="amount">What to add.</param>
    public CounterAdd<T> Add(TValue amount) => AddTo(Random.Shared.Next(model.Count), amount);

    /// <summary>Returns the counter's value: the sum of its items, which one query reads. 0 if nothing was added.</summary>
    /// <param name="consistentRead">Whether to read the result of all adds that have succeeded, at twice the cost.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OverflowException">The value does not fit the type.</exception>
    public async Task<TValue> GetAsync(bool consistentRead = false, CancellationToken cancellationToken = default)
    {
        var items = await ReadAsync(consistentRead, cancellationToken).ConfigureAwait(false);
        return TValue.CreateChecked(items.Sum(static item => item.Value));
    }

    /// <summary>
    /// Deletes the counter's items, so that it begins at 0 again. Deleting the item that has the counter does not delete them. An add at
    /// the same time may survive.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task DeleteAsync(CancellationToken cancellationToken = default)
    {
        foreach (var (sort, _) in await ReadAsync(isConsistent: true, cancellationToken).ConfigureAwait(false))
        {
            await new CounterDeleteRequest(table, T.Model, key.Partition, KeyValue.Of(sort)).SendAsync<T>(cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private CounterAdd<T> AddTo(int shard, TValue amount) => new(
        new CounterAddRequest(table, T.Model, key.Partition, model.SortOf(key.Sort, shard), decimal.CreateChecked(amount)));

    private Task<List<(string Sort, decimal Value)>> ReadAsync(bool isConsistent, CancellationToken cancellationToken) =>
        new CounterReader(table, T.Model).ReadAsync(key.Partition, model.PrefixOf(key.Sort), isConsistent, cancellationToken);
}
