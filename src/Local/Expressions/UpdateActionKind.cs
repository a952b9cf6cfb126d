namespace DynamoToolkit.Local.Expressions;

/// <summary>The four clauses of an update.</summary>
internal enum UpdateActionKind
{
    Set,
    Remove,
    Add,
    Delete,
}
