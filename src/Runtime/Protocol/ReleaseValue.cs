using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Protocol;

/// <summary>
/// The part of a transaction that releases a unique value: it deletes the reservation if that is the item's own. A missing one is as good.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class ReleaseValue<T> : KeyedWrite<Reservation<T>>, IRelease
    where T : IItem<T>
{
    private readonly ItemKey<T> owner;

    /// <summary>Creates the release of a value.</summary>
    /// <param name="table">The table.</param>
    /// <param name="owner">The key of the item that no longer has the value.</param>
    /// <param name="key">The partition key of the reservation.</param>
    public ReleaseValue(TableHandle table, ItemKey<T> owner, string key)
        : base(table, Reservation<T>.KeyAt(key))
    {
        this.owner = owner;
        ReturnsItemOnFailure = true;
        Condition = NotExists | IsOwned;
    }

    public override ReservedValue? Reserved => Value;

    /// <summary>The value.</summary>
    public required ReservedValue Value { get; init; }

    public bool IsOfOther { get; private set; }

    public override DynamoOperation Operation => DynamoOperation.DeleteItem;

    protected override ReadOnlySpan<byte> TransactOpening => IsOfOther ? "{\"ConditionCheck\":"u8 : "{\"Delete\":"u8;

    private static ExistenceCondition NotExists => new(new AttributePath(Reservation<T>.Model.Partition.AttributeName), exists: false);

    private Condition IsOwned => Reservation<T>.IsOwnedBy(owner);

    public void LeaveToOther()
    {
        IsOfOther = true;
        Condition = !IsOwned;
    }
}
