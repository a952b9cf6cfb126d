using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// A put, update, delete or condition check, to execute alone or to hand to <see cref="DynamoClient.TransactWriteAsync(IEnumerable{IWriteOperation}, CancellationToken)"/> or
/// <see cref="DynamoClient.BatchWriteAsync(IEnumerable{IWriteOperation}, CancellationToken)"/> with others of any item types. Implemented by this library only.
/// </summary>
public interface IWriteOperation
{
    /// <summary>The physical name of the table.</summary>
    string TableName { get; }

    /// <summary>The table, and the client that the operation came from.</summary>
    internal TableHandle Table { get; }

    /// <summary>What the item type says about its table.</summary>
    internal TableModel Model { get; }

    /// <summary>The item's key.</summary>
    internal ItemIdentity Identity { get; }

    /// <summary>Why the operation can't be in a batch, or null.</summary>
    internal string? BatchObstacle { get; }

    /// <summary>Why the operation can't be in a transaction, or null.</summary>
    internal string? TransactionObstacle { get; }

    /// <summary>How many bytes the item has of what the operation writes, as DynamoDB counts them. Writes it all once more: to be asked only where it matters.</summary>
    internal int CountStored();

    /// <summary>Writes <c>{"Put":{…}}</c>, <c>{"Update":{…}}</c>, <c>{"Delete":{…}}</c> or <c>{"ConditionCheck":{…}}</c>.</summary>
    internal void WriteTransactItem(ref ItemWriter writer, ExpressionContext context);

    /// <summary>Writes <c>{"PutRequest":{…}}</c> or <c>{"DeleteRequest":{…}}</c>.</summary>
    internal void WriteBatchItem(ref ItemWriter writer);
}
