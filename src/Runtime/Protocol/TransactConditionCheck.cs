using DynamoToolkit.Transport;

namespace DynamoToolkit.Protocol;

/// <summary>The part of TransactWriteItems that checks a condition on an item that the transaction does not write.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class TransactConditionCheck<T>(TableHandle table, ItemKey<T> key) : KeyedWrite<T>(table, key)
    where T : IItem<T>
{
    public override string? TransactionObstacle => Condition is null && Lock is null ? "it has no condition; add one with If()" : null;

    // It writes nothing.
    protected override string? VersionObstacle => null;

    public override DynamoOperation Operation => DynamoOperation.TransactWriteItems;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"ConditionCheck\":"u8;

    protected override string KindObstacle => "it only checks a condition, which a batch cannot do; use a transaction";
}
