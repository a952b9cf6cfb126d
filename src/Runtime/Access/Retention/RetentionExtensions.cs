using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Times;
using DynamoToolkit.Protocol;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;

namespace DynamoToolkit;

/// <summary>Marks items as expiring, restores them, and brings a changed retention to items that exist.</summary>
public static class RetentionExtensions
{
    /// <summary>
    /// Returns when an item expires that is marked now, for updates that set more than that:
    /// <c>Update(key).Set(r => r.State, Deleted).Set(r => r.ExpiresAt, runs.GetExpirationTime())</c>.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <returns>
    /// The time by the client's clock and the duration of the type's retention; null if the client's options keep its items for ever.
    /// </returns>
    public static DateTimeOffset? GetExpirationTime<T>(this DynamoTable<T> table)
        where T : IRetainedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Client.Context.Time.GetUtcNow() + RetentionOf(table);
    }

    /// <summary>
    /// Has an item expire after the duration of its type's retention, counted from now. An item that already expires gets the new time.
    /// If the client's options keep items of the type for ever, an item that expires no longer does.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item with its new time; the default value if it does not exist or has expired.</returns>
    /// <exception cref="InvalidOperationException">The type has unique values or indexed texts, on which other items depend.</exception>
    public static Task<T?> ExpireAsync<T>(this DynamoTable<T> table, ItemKey<T> key, CancellationToken cancellationToken = default)
        where T : IRetainedItem<T>
    {
        var at = table.GetExpirationTime();
        return UpdateAsync(table, key, Setting<T>(at), Existence.Exists(T.Model, table.Client.Context.Time), cancellationToken);
    }

    /// <summary>
    /// Has an item no longer expire: removes its time to live. Items that have expired can be restored, too, until the service deletes
    /// them.
    /// </summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The restored item; the default value if the service has deleted it, or it never existed.</returns>
    /// <exception cref="InvalidOperationException">
    /// The type has unique values or indexed texts, on which other items depend. Or a later put would let the item expire again,
    /// because it can't know that the item is not a new one: the type's retention begins with the creation, and the type has neither a
    /// concurrency token nor a time of creation.
    /// </exception>
    public static Task<T?> RestoreAsync<T>(this DynamoTable<T> table, ItemKey<T> key, CancellationToken cancellationToken = default)
        where T : IExpiringItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        if (T.Model.Retention is { IsOnDemand: false } && T.Model.Stamps is null or { Token: null, CreatedAt: null })
        {
            throw new InvalidOperationException(
                $"A restored {typeof(T).Name} would expire again after its next put, which can't know that it is not a new item. "
                + "Add a member with [CreatedAt] or [ConcurrencyToken] to the type, or use [Retention] with OnDemand.");
        }

        var exists = new ExistenceCondition(new AttributePath(T.Model.Partition.AttributeName), exists: true);
        return UpdateAsync(table, key, new RemoveAction(PathOf<T>()), exists, cancellationToken);
    }

    /// <summary>
    /// Brings the type's retention, after it changed, to the items that exist: each gets the time at which it would expire if the present
    /// retention had always applied, or none if the client's options keep them for ever. Call it until <see cref="SweepResult.Next"/> is
    /// null; it may be stopped and continued at any time, and repeated.
    /// </summary>
    /// <remarks>
    /// Items without a time to live are left alone, because they were restored, or are to be kept: <paramref name="startOf"/> is called
    /// for them as well if <paramref name="includesKept"/> is true. An item is changed only if its time to live is still the one that was
    /// read. Items that have expired stay expired.
    /// </remarks>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="startOf">Returns from when on an item is kept, such as its time of creation; null to leave the item alone.</param>
    /// <param name="options">Where to begin, and how much capacity to use.</param>
    /// <param name="includesKept">Whether items without a time to live get one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The type has unique values or indexed texts, on which other items depend.</exception>
    public static async Task<RetentionSweepResult> ApplyRetentionAsync<T>(
        this DynamoTable<T> table,
        Func<T, DateTimeOffset?> startOf,
        SweepOptions? options = null,
        bool includesKept = false,
        CancellationToken cancellationToken = default)
        where T : class, IRetainedItem<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(startOf);
        ThrowIfTracked<T>();
        var wanted = options ?? new SweepOptions();
        var expires = T.Model.Stamps!.Expires!;
        var duration = RetentionOf(table);
        var result = new RetentionSweepResult();
        return await SweepLoop.RunAsync(wanted, table.Client.Context.Time, SweepPageAsync, cancellationToken).ConfigureAwait(false);

        async Task<RetentionSweepResult> SweepPageAsync(string? from, SweepBudget budget)
        {
            var page = await table.Scan().PageSize(wanted.PageSize).Segment(wanted.Segment, wanted.Segments).ReturnConsumedCapacity()
                .GetPageAsync(from is null ? null : PageToken.Parse(from), cancellationToken).ConfigureAwait(false);
            budget.Add(page.ConsumedCapacity);
            foreach (var item in page.Items)
            {
                result = result with { Scanned = result.Scanned + 1 };
                var before = expires.TimeOf(item)?.ToUnixTimeSeconds();
                if ((before is null && !includesKept) || startOf(item) is not { } start)
                    continue;
                var after = start + duration;
                if (after?.ToUnixTimeSeconds() == before)
                    continue;
                result = await ChangeAsync(item, before, after, budget).ConfigureAwait(false)
                    ? result with { Changed = result.Changed + 1 }
                    : result with { Skipped = result.Skipped + 1 };
            }

            return result = result with { Next = page.Next?.ToString() };
        }

        async Task<bool> ChangeAsync(T item, long? before, DateTimeOffset? after, SweepBudget budget)
        {
            var update = new UpdateItem<T>(table.Handle, T.KeyOf(item)) { Capacity = CapacityDetail.Total };
            update.Add(Setting<T>(after));
            update.Condition = IsStill(before);
            try
            {
                budget.Add((await update.SendAsync<T>(cancellationToken).ConfigureAwait(false)).Capacity);
                return true;
            }
            catch (ConditionalCheckFailedException)
            {
                budget.AddFailedCondition();
                return false;
            }
        }

        static Condition IsStill(long? before) => before is { } seconds
            ? new EqualsKeyCondition(PathOf<T>(), KeyValue.Of(seconds))
            : new ExistenceCondition(new AttributePath(T.Model.Partition.AttributeName), exists: true)
                & (new ExistenceCondition(PathOf<T>(), exists: false) | new TypeCondition(PathOf<T>(), AttributeType.Null));
    }

    private static async Task<T?> UpdateAsync<T>(
        DynamoTable<T> table, ItemKey<T> key, UpdateAction action, Condition condition, CancellationToken cancellationToken)
        where T : IExpiringItem<T>
    {
        ThrowIfTracked<T>();
        var update = new UpdateItem<T>(table.Handle, key) { Returned = ReturnedItem.New, Condition = condition };
        update.Add(action);
        try
        {
            return (await update.SendAsync<T>(cancellationToken).ConfigureAwait(false)).Item;
        }
        catch (ConditionalCheckFailedException)
        {
            return default;
        }
    }

    private static UpdateAction Setting<T>(DateTimeOffset? at)
        where T : IRetainedItem<T> =>
        at is { } time ? WriteTimes.Setting(T.Model, T.Model.Stamps!.Expires!, time) : new RemoveAction(PathOf<T>());

    private static AttributePath PathOf<T>()
        where T : IItem<T> => new(T.Model.TimeToLiveAttribute!);

    private static TimeSpan? RetentionOf<T>(DynamoTable<T> table)
        where T : IRetainedItem<T> => T.Model.Retention!.In(table.Client.Context.Retention);

    private static void ThrowIfTracked<T>()
        where T : IItem<T>
    {
        if (T.Model.IsTracked)
        {
            throw new InvalidOperationException(
                $"{typeof(T).Name} has {RequestErrors.DescribeTracked(T.Model)}, and other items expire with them. Change its time to live "
                + "with ChangeAsync, which changes that of these items, too.");
        }
    }
}
