using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// A get, of a whole item or of a smaller type, to execute alone or to hand to <see cref="DynamoClient.TransactGetAsync(IEnumerable{IReadOperation}, CapacityDetail, CancellationToken)"/> or
/// <see cref="DynamoClient.BatchGetAsync(IEnumerable{IReadOperation}, bool, CapacityDetail, CancellationToken)"/> with others of any item types. Implemented by this library only.
/// </summary>
public interface IReadOperation
{
    /// <summary>The physical name of the table.</summary>
    string TableName { get; }

    internal TableHandle Table { get; }

    internal ItemIdentity Identity { get; }

    internal TableModel Model { get; }

    /// <summary>The attributes to read; empty means all.</summary>
    internal IReadOnlyList<string> Projection { get; }

    /// <summary>Why the operation can't be in a batch, or null.</summary>
    internal string? BatchObstacle { get; }

    /// <summary>Why the operation can't be in a transaction, or null.</summary>
    internal string? TransactionObstacle { get; }

    /// <summary>Writes the key as a map.</summary>
    internal void WriteKey(ref ItemWriter writer);

    /// <summary>Writes <c>{"Get":{…}}</c>.</summary>
    internal void WriteTransactItem(ref ItemWriter writer, ExpressionContext context);

    /// <summary>Reads the item that the reader is before; null where it has expired.</summary>
    internal object? Read(ref JsonCursor reader);
}
