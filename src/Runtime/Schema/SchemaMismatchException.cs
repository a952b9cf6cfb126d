namespace DynamoToolkit.Schema;

/// <summary>A table differs from what its item types declare, in a way that cannot be changed while it holds items.</summary>
public sealed class SchemaMismatchException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="tableName">The table's physical name.</param>
    /// <param name="message">What differs, and how to fix it.</param>
    public SchemaMismatchException(string tableName, string message)
        : base(message) => TableName = tableName;

    /// <summary>The table's physical name.</summary>
    public string TableName { get; }
}
