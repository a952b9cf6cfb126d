using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>
/// A get of a whole item or of a smaller type. Execute it alone, or pass it to
/// <see cref="DynamoClient.TransactGetAsync(IEnumerable{IGetOperation}, CancellationToken)"/> or
/// <see cref="DynamoClient.BatchGetAsync(IEnumerable{IGetOperation}, CancellationToken)"/> with others of any item types. Only this library
/// implements this interface.
/// </summary>
public interface IGetOperation
{
    /// <summary>The physical name of the table.</summary>
    string TableName { get; }

    /// <summary>What is sent.</summary>
    internal GetRequest Request { get; }
}
