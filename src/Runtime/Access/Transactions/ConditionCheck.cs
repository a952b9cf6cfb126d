using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>Holds a transaction to a condition on an item that it does not write. It can only be a part of a transaction.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>A builder for one use: each call changes it and returns it. Make another one for another check. Not safe for concurrent use.</remarks>
public sealed class ConditionCheck<T> : WriteBuilder<ConditionCheck<T>, T>
    where T : IItem<T>
{
    internal ConditionCheck(TableHandle table, ItemKey<T> key)
        : base(new TransactConditionCheck<T>(table, key))
    {
    }

    /// <summary>Holds the transaction to there being no item with this key. Other conditions must hold, too.</summary>
    /// <remarks>
    /// An item that has expired, but that the service has not deleted yet, does not exist, as in reads. Where there is an item, executing
    /// the transaction throws a <see cref="TransactWriteCanceledException"/>.
    /// </remarks>
    public ConditionCheck<T> IfNotExists() => IfAbsent();
}
