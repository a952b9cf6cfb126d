namespace DynamoToolkit.Expressions;

/// <summary>The clauses of an update expression, in the order in which they are written.</summary>
internal enum UpdateClause
{
    Set,
    Remove,
    Add,
    Delete,
}
