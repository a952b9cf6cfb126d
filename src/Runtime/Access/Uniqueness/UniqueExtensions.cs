using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// Changes, deletes and finds items with unique values. <see cref="DynamoTable{T}.CreateAsync"/> and
/// <see cref="DynamoTable{T}.DeleteAsync(T, CancellationToken)"/> know of unique values themselves.
/// </summary>
public static class UniqueExtensions
{
    /// <summary>How often a change is tried again after another writer changed the item.</summary>
    private const int MaxAttempts = 20;

    /// <summary>
    /// A put that replaces an item as it was read, with options, or for transactions. It reserves the values that are new, and releases
    /// those that are gone, in one transaction. If no unique value changes, it is a plain conditional put.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="original">The item as it was read. Its unique values must still be the stored ones.</param>
    /// <param name="changed">The item as it will be: another object with the same key.</param>
    /// <exception cref="ArgumentException">The two are one object, or have different keys.</exception>
    public static Put<T> Change<T>(this DynamoTable<T> table, T original, T changed)
        where T : IUniqueItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(changed);
        if (ReferenceEquals(original, changed))
        {
            throw new ArgumentException(
                "The original and the changed item are one object, which no longer knows its former values. "
                + "Change a copy, or pass a key and a function to ChangeAsync.",
                nameof(changed));
        }

        return Replace(table, T.KeyOf(original), HeldValues.Of(ModelOf<T>(), original), changed);
    }

    /// <summary>Replaces an item as it was read: short for <c>Change(original, changed).ExecuteAsync()</c>.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="original">The item as it was read. Its unique values must still be the stored ones.</param>
    /// <param name="changed">The item as it will be: another object with the same key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="UniqueValueTakenException">Another item holds one of the new values.</exception>
    /// <exception cref="ConditionalCheckFailedException">
    /// The item does not exist, or another writer changed its unique values or its concurrency token.
    /// </exception>
    public static Task ChangeAsync<T>(this DynamoTable<T> table, T original, T changed, CancellationToken cancellationToken = default)
        where T : IUniqueItem<T> => table.Change(original, changed).ExecuteAsync(cancellationToken);

    /// <summary>
    /// Reads an item, applies a change to it and replaces it. If another writer changed the item in between, all of it is done again.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="change">
    /// Returns the changed item: a copy, or the same object. It may be called several times, each time with a new item.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The changed item; the default value if the item does not exist.</returns>
    /// <exception cref="UniqueValueTakenException">Another item holds one of the new values.</exception>
    /// <exception cref="ConditionalCheckFailedException">Other writers changed the item at each of 20 attempts.</exception>
    public static async Task<T?> ChangeAsync<T>(
        this DynamoTable<T> table, ItemKey<T> key, Func<T, T> change, CancellationToken cancellationToken = default)
        where T : IUniqueItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(change);
        var backoff = new Backoff(table.Client.Context);
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.Get(key).ConsistentRead().ExecuteAsync(cancellationToken).ConfigureAwait(false);
            if (!found.HasItem)
                return default;

            var values = HeldValues.Of(ModelOf<T>(), found.Item!);
            var changed = change(found.Item!);
            try
            {
                await Replace(table, key, values, changed).ExecuteAsync(cancellationToken).ConfigureAwait(false);
                return changed;
            }
            catch (ConditionalCheckFailedException) when (attempt < MaxAttempts)
            {
                // Another writer was faster.
            }

            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads an item and deletes it. If another writer changed the item in between, both are done again.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item that was deleted; the default value if it did not exist.</returns>
    /// <exception cref="ConditionalCheckFailedException">Other writers changed the item at each of 20 attempts.</exception>
    public static async Task<T?> RemoveAsync<T>(
        this DynamoTable<T> table, ItemKey<T> key, CancellationToken cancellationToken = default)
        where T : IUniqueItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        var backoff = new Backoff(table.Client.Context);
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.Get(key).ConsistentRead().IncludeExpired().ExecuteAsync(cancellationToken).ConfigureAwait(false);
            if (!found.HasItem)
                return default;

            try
            {
                await table.Delete(found.Item!).ExecuteAsync(cancellationToken).ConfigureAwait(false);
                return found.Item;
            }
            catch (ConditionalCheckFailedException) when (attempt < MaxAttempts)
            {
                // Another writer was faster.
            }

            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the item that has a unique value, with two consistent reads: of the value's reservation, and of the item.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="value">The value: <c>User.Unique.Email("a@example.org")</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item; the default value if no item has the value.</returns>
    public static async Task<T?> GetByUniqueAsync<T>(
        this DynamoTable<T> table, UniqueValue<T> value, CancellationToken cancellationToken = default)
        where T : IUniqueItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        var key = Reservation<T>.KeyAt(value.Key);
        var get = new GetItem<Reservation<T>>(table.Handle, Reservation<T>.Model, key.Partition, key.Sort) { IsConsistent = true };
        ItemKey<T>? previous = null;
        while (true)
        {
            var reservation = await get.SendAsync(cancellationToken).ConfigureAwait(false);
            if (!reservation.HasItem)
                return default;

            // Types that share a constraint's name share its values.
            var owner = reservation.Item!.Owner;
            if (!T.Model.Matches(owner.Partition, owner.Sort))
                return default;

            var found = await table.Get(owner).ConsistentRead().ExecuteAsync(cancellationToken).ConfigureAwait(false);
            if (found.HasItem && value.Constraint.ValuesOf(found.Item!) is { } values && value.Constraint.KeyOf(values) == value.Key)
                return found.Item;

            // The item gave up the value between the two reads, and another one may have it now. A reservation that is still there, for
            // the same item, is a stray one.
            if (previous == owner)
                return default;
            previous = owner;
        }
    }

    /// <summary>
    /// Finds and fixes what does not fit together: reservations of values that no item has, and values that are not reserved, such as those
    /// of items from before the type had <see cref="UniqueAttribute"/>. Reports values that several items have. Call it until
    /// <see cref="SweepResult.Next"/> is null; it may be stopped and continued at any time, and repeated. Writers may work meanwhile.
    /// </summary>
    /// <remarks>It scans the table twice, and reads the reservation of each value and the owner of each reservation.</remarks>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="options">Where to begin, and how much capacity to use.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<UniqueRepairResult> RepairUniqueAsync<T>(
        this DynamoTable<T> table, SweepOptions? options = null, CancellationToken cancellationToken = default)
        where T : IUniqueItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return new UniqueRepair<T>(table, options ?? new SweepOptions()).RunAsync(cancellationToken);
    }

    private static Put<T> Replace<T>(DynamoTable<T> table, ItemKey<T> key, HeldValues values, T changed)
        where T : IUniqueItem<T>
    {
        ArgumentNullException.ThrowIfNull(changed);
        return T.KeyOf(changed) == key
            ? table.Put(changed).Replacing(values)
            : throw new ArgumentException(
                $"The changed item has the key '{T.KeyOf(changed)}' and not '{key}'. A change keeps the key: to move an item, "
                + "delete it and create it again, in one transaction.",
                nameof(changed));
    }

    private static UniqueModel ModelOf<T>()
        where T : IUniqueItem<T> =>
        T.Model.Unique ?? throw new InvalidOperationException($"{typeof(T).Name} has no unique values.");
}
