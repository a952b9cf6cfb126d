using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Updates;

namespace DynamoToolkit.Local.Statements;

/// <summary>An UPDATE of one existing item.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Update">The changes.</param>
/// <param name="Where">The item's key and what else must hold.</param>
/// <param name="Returning">What to return, as <c>ReturnValues</c> names it; null for nothing.</param>
internal sealed record UpdateStatement(string Table, Update Update, Condition Where, string? Returning) : Statement(Table);
