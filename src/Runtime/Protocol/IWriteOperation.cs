using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// A put, update, delete or condition check, to execute alone or to pass to
/// <see cref="DynamoClient.TransactWriteAsync(IEnumerable{IWriteOperation}, CancellationToken)"/> or
/// <see cref="DynamoClient.BatchWriteAsync(IEnumerable{IWriteOperation}, CancellationToken)"/> with others of any item types. Only this library implements it.
/// </summary>
public interface IWriteOperation
{
    /// <summary>The physical name of the table.</summary>
    string TableName { get; }

    /// <summary>What is sent.</summary>
    internal WriteRequest Request { get; }
}
