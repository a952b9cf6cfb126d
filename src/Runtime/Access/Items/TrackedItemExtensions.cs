using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// Changes and deletes items on which other items of the table depend: reservations of unique values, and trigram indexes.
/// <see cref="DynamoTable{T}.CreateAsync"/> and <see cref="DynamoTable{T}.DeleteAsync(T, CancellationToken)"/> know of them themselves.
/// </summary>
public static class TrackedItemExtensions
{
    /// <summary>How often a change is tried again after another writer changed the item.</summary>
    private const int MaxAttempts = 20;

    /// <summary>
    /// A put that replaces an item as it was read, with options, or for transactions. It reserves the unique values that are new, and
    /// releases those that are gone, in one transaction. It writes the postings of indexed texts that are new before the item, and deletes
    /// those that are gone after it. If no such value and text changes, it is a plain conditional put.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="original">The item as it was read. Its unique values and indexed texts must still be the stored ones.</param>
    /// <param name="changed">The item as it will be: another object with the same key.</param>
    /// <exception cref="ArgumentException">The two are one object, or have different keys.</exception>
    public static Put<T> Change<T>(this DynamoTable<T> table, T original, T changed)
        where T : ITrackedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(changed);
        if (ReferenceEquals(original, changed))
        {
            throw new ArgumentException(
                "The original and the changed item are one object, which no longer knows its former values and texts. "
                + "Change a copy, or pass a key and a function to ChangeAsync.",
                nameof(changed));
        }

        return Replace(table, T.KeyOf(original), Known(original), changed);
    }

    /// <summary>Replaces an item as it was read: short for <c>Change(original, changed).ExecuteAsync()</c>.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="original">The item as it was read. Its unique values and indexed texts must still be the stored ones.</param>
    /// <param name="changed">The item as it will be: another object with the same key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="UniqueValueTakenException">Another item holds one of the new values.</exception>
    /// <exception cref="ConditionalCheckFailedException">
    /// The item does not exist, or another writer changed its unique values, its indexed texts or its concurrency token.
    /// </exception>
    public static Task ChangeAsync<T>(this DynamoTable<T> table, T original, T changed, CancellationToken cancellationToken = default)
        where T : ITrackedItem<T> => table.Change(original, changed).ExecuteAsync(cancellationToken);

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
        where T : ITrackedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(change);
        var backoff = new Backoff(table.Client.Context);
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.Get(key).ConsistentRead().ExecuteAsync(cancellationToken).ConfigureAwait(false);
            if (!found.HasItem)
                return default;

            var known = Known(found.Item!);
            var changed = change(found.Item!);
            try
            {
                await Replace(table, key, known, changed).ExecuteAsync(cancellationToken).ConfigureAwait(false);
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
        where T : ITrackedItem<T>
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

    private static Put<T> Replace<T>(DynamoTable<T> table, ItemKey<T> key, ReplacedItem known, T changed)
        where T : ITrackedItem<T>
    {
        ArgumentNullException.ThrowIfNull(changed);
        return T.KeyOf(changed) == key
            ? table.Put(changed).Replacing(known)
            : throw new ArgumentException(
                $"The changed item has the key '{T.KeyOf(changed)}' and not '{key}'. A change keeps the key: to move an item, "
                + "delete it and create it again, in one transaction.",
                nameof(changed));
    }

    private static ReplacedItem Known<T>(T item)
        where T : ITrackedItem<T> =>
        ReplacedItem.Of(T.Model, item!) ?? throw new InvalidOperationException($"No other items depend on a {typeof(T).Name}.");
}
