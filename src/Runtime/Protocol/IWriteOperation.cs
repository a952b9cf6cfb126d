using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// A put, update, delete or condition check. Execute it alone, or pass it to
/// <see cref="DynamoClient.TransactWriteAsync(IEnumerable{IWriteOperation}, CancellationToken)"/> or
/// <see cref="DynamoClient.BatchWriteAsync(IEnumerable{IWriteOperation}, CancellationToken)"/> with others of any item types. Only this
/// library implements this interface.
/// </summary>
public interface IWriteOperation
{
    /// <summary>The physical name of the table.</summary>
    string TableName { get; }

    /// <summary>What is sent.</summary>
    internal WriteRequest Request { get; }
}
