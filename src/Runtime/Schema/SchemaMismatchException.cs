namespace DynamoToolkit.Schema;

/// <summary>A table exists, and is not as its item types declare it, in a way that cannot be changed while it holds items.</summary>
public sealed class SchemaMismatchException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="tableName">The table's physical name.</param>
    /// <param name="message">What differs, and the way out.</param>
    public SchemaMismatchException(string tableName, string message)
        : base(message) => TableName = tableName;

    /// <summary>The table's physical name.</summary>
    public string TableName { get; }
}
