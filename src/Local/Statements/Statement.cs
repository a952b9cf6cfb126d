namespace DynamoToolkit.Local.Statements;

/// <summary>A parsed PartiQL statement, with its parameters in place.</summary>
/// <param name="Table">The table's name.</param>
internal abstract record Statement(string Table)
{
    /// <summary>Whether the statement only reads.</summary>
    public bool Reads => this is SelectStatement;
}
