using System.Numerics;
using DynamoToolkit.Patterns.Counters;

namespace DynamoToolkit;

/// <summary>Counters of items: members with <see cref="ShardedCounterAttribute"/>.</summary>
public static class CounterExtensions
{
    /// <summary>The counter of an item: <c>pages.Counter(WebPage.Key(url), WebPage.Counters.Views)</c>. The item need not exist.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <typeparam name="TValue">The number's type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="counter">Which counter: the generated <c>Counters</c> has one for each member.</param>
    /// <exception cref="ArgumentException">The key does not fit the table.</exception>
    public static Counter<T, TValue> Counter<T, TValue>(this DynamoTable<T> table, ItemKey<T> key, ShardedCounter<T, TValue> counter)
        where T : IItem<T>
        where TValue : struct, INumber<TValue>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(counter);
        key.ThrowIfInvalid();
        return new Counter<T, TValue>(table.Handle, key, counter);
    }

    /// <summary>Reads all counters of an item, with one query, and assigns their values to its members.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="item">The item.</param>
    /// <param name="consistentRead">Whether to read the result of all adds that have succeeded, at twice the cost.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The type has no counters.</exception>
    /// <exception cref="OverflowException">A value does not fit its member.</exception>
    public static async Task LoadCountersAsync<T>(
        this DynamoTable<T> table, T item, bool consistentRead = false, CancellationToken cancellationToken = default)
        where T : class, IItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(item);
        if (T.Model.Counters.Count == 0)
        {
            throw new InvalidOperationException(
                $"{T.Model.ItemType.Name} has no counters. Mark one of its members with [ShardedCounter].");
        }

        var key = T.KeyOf(item);
        key.ThrowIfInvalid();
        var found = await new CounterReader(table.Handle, T.Model)
            .ReadAsync(key.Partition, CounterModel.PrefixOfItem(key.Sort), consistentRead, cancellationToken)
            .ConfigureAwait(false);
        foreach (var counter in T.Model.Counters)
        {
            var prefix = counter.PrefixOf(key.Sort);
            counter.Assign(item, found.Where(one => one.Sort.StartsWith(prefix, StringComparison.Ordinal)).Sum(static one => one.Value));
        }
    }
}
