using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What puts, updates, deletes and condition checks have in common.</summary>
/// <typeparam name="TSelf">The operation itself, so that calls chain.</typeparam>
/// <typeparam name="T">The item type.</typeparam>
public abstract class WriteBuilder<TSelf, T> : IWriteOperation
    where TSelf : WriteBuilder<TSelf, T>
    where T : IItem<T>
{
    private protected WriteBuilder(TableHandle table) => Table = table;

    /// <inheritdoc/>
    public string TableName => Table.Name;

    internal TableHandle Table { get; }

    TableHandle IWriteOperation.Table => Table;

    TableModel IWriteOperation.Model => T.Model;

    ItemIdentity IWriteOperation.Identity => new(Table.Name, Key.Partition, Key.Sort);

    string? IWriteOperation.BatchObstacle => BatchObstacle;

    string? IWriteOperation.TransactionObstacle => TransactionObstacle;

    private protected Condition? Condition { get; private set; }

    /// <summary>Whether a failed condition answers with the item as it is.</summary>
    private protected bool ReturnsItemOnFailure { get; private set; }

    /// <summary>The key of the item that the operation is on.</summary>
    private protected abstract ItemKey<T> Key { get; }

    private protected virtual string? BatchObstacle => Condition is null ? null : "it has a condition, and batches take none; use a transaction, or execute it alone";

    private protected virtual string? TransactionObstacle => null;

    private protected TSelf Self => (TSelf)this;

    /// <summary>Writes only where the condition holds; otherwise a <c>ConditionalCheckFailedException</c>. Several calls must all hold.</summary>
    public TSelf If(Condition condition)
    {
        Condition = Expressions.Condition.Both(Condition, condition);
        return Self;
    }

    /// <summary>
    /// Has a failed condition answer with the item as it is: <c>ConditionalCheckFailedException.Item</c>, or the item of the transaction's cancellation reason.
    /// </summary>
    public TSelf ReturnItemOnFailure()
    {
        ReturnsItemOnFailure = true;
        return Self;
    }

    int IWriteOperation.CountStored() => CountStored();

    void IWriteOperation.WriteTransactItem(ref ItemWriter writer, ExpressionContext context) => WriteTransactItem(ref writer, context);

    void IWriteOperation.WriteBatchItem(ref ItemWriter writer) => WriteBatchItem(ref writer);

    private protected virtual int CountStored() => 0;

    private protected abstract void WriteTransactItem(ref ItemWriter writer, ExpressionContext context);

    private protected virtual void WriteBatchItem(ref ItemWriter writer) => throw new NotSupportedException($"A {typeof(TSelf).Name} can't be in a batch.");

    /// <summary>Writes <c>"ConditionExpression"</c> with the names and values of all of the request's expressions.</summary>
    private protected void WriteConditionAndContext(ref ItemWriter writer, ExpressionContext context)
    {
        if (Condition is not null)
            RequestText.WriteExpression(ref writer, context, ",\"ConditionExpression\":\""u8, "condition", Condition);
        context.WriteMembers(ref writer);
        if (ReturnsItemOnFailure)
            writer.WriteRaw(",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\""u8);
    }
}
