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
}
