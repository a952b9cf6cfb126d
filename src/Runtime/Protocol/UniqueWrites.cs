using DynamoToolkit.Patterns.Uniqueness;

namespace DynamoToolkit.Protocol;

/// <summary>The writes of reservations that belong to the write of an item.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal static class UniqueWrites<T>
    where T : IItem<T>
{
    /// <summary>
    /// What the change of an item's values needs: a reservation of each new value, and the release of each former one. A value that stays
    /// needs nothing, unless the time changes for which it is reserved.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="owner">The item's key.</param>
    /// <param name="before">The values before the write; null if the item does not exist.</param>
    /// <param name="after">The values after the write; null if the item is deleted.</param>
    public static IReadOnlyList<WriteRequest> Of(TableHandle table, ItemKey<T> owner, HeldValues? before, HeldValues? after)
    {
        var writes = new List<WriteRequest>();
        foreach (var (key, (constraint, value)) in after?.ByKey ?? [])
        {
            if (before?.ByKey.ContainsKey(key) != true || before.Expires != after!.Expires)
                writes.Add(Reserve(table, owner, key, constraint, value, after!.Expires));
        }

        foreach (var (key, (constraint, value)) in before?.ByKey ?? [])
        {
            if (after?.ByKey.ContainsKey(key) != true)
                writes.Add(new ReleaseValue<T>(table, owner, key) { Value = new ReservedValue(constraint, value, IsReleased: true) });
        }

        return writes;
    }

    /// <summary>The write that reserves a value.</summary>
    public static ReserveValue<T> Reserve(
        TableHandle table, ItemKey<T> owner, string key, UniqueConstraint constraint, string value, long? expires)
    {
        var reservation = new Reservation<T>
        {
            Key = key,
            Owner = owner,
            Constraint = constraint.Name,
            Value = value,
            Expires = expires,
        };
        return new ReserveValue<T>(table, reservation) { Value = new ReservedValue(constraint, value, IsReleased: false) };
    }
}
