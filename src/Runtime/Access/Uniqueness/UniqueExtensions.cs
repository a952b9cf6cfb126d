using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>Finds items by their unique values, and repairs the reservations.</summary>
public static class UniqueExtensions
{
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
}
