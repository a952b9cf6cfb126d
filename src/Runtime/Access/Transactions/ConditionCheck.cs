using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>Makes a transaction depend on a condition on an item that it does not write. It can only be part of a transaction.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each check. Not safe for concurrent use.
/// </remarks>
public sealed class ConditionCheck<T> : WriteBuilder<ConditionCheck<T>, T>
    where T : IItem<T>
{
    internal ConditionCheck(TableHandle table, ItemKey<T> key)
        : base(new TransactConditionCheck<T>(table, key))
    {
    }

    /// <summary>Requires that there is no item with this key. Other conditions must hold, too.</summary>
    /// <remarks>
    /// An item that has expired, but that the service has not deleted yet, does not exist, as in reads. If there is an item, executing
    /// the transaction throws a <see cref="TransactWriteCanceledException"/>.
    /// </remarks>
    public ConditionCheck<T> IfNotExists() => IfAbsent();
}
