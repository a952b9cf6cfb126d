using DynamoToolkit.Local.Expressions.Conditions;

namespace DynamoToolkit.Local.Statements;

/// <summary>A DELETE of one item.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Where">The item's key and what else must hold.</param>
/// <param name="ReturnsOld">Whether to return the deleted item.</param>
internal sealed record DeleteStatement(string Table, Condition Where, bool ReturnsOld) : Statement(Table);
