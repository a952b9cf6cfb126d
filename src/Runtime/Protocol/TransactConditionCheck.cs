using DynamoToolkit.Transport;

namespace DynamoToolkit.Protocol;

/// <summary>A part of TransactWriteItems that holds it to a condition on an item that it does not write.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class TransactConditionCheck<T>(TableHandle table, ItemKey<T> key) : KeyedWrite<T>(table, key)
    where T : IItem<T>
{
    public override string? TransactionObstacle => Condition is null ? "it checks nothing; give it a condition with If()" : null;

    protected override DynamoOperation Operation => DynamoOperation.TransactWriteItems;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"ConditionCheck\":"u8;

    protected override string KindObstacle => "it only checks a condition, and batches take none; use a transaction";
}
