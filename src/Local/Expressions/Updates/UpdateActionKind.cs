namespace DynamoToolkit.Local.Expressions.Updates;

/// <summary>The four clauses of an update.</summary>
internal enum UpdateActionKind
{
    Set,
    Remove,
    Add,
    Delete,
}
