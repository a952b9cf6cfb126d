using DynamoToolkit.Local.Expressions.Conditions;

namespace DynamoToolkit.Local.Statements;

/// <summary>A SELECT.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Index">The index's name; null for the table itself.</param>
/// <param name="Columns">What to return; null for whole items.</param>
/// <param name="Where">The condition; null for none.</param>
/// <param name="Order">The attributes to order by, with whether each is descending.</param>
internal sealed record SelectStatement(
    string Table,
    string? Index,
    IReadOnlyList<SelectColumn>? Columns,
    Condition? Where,
    IReadOnlyList<(string Attribute, bool Descending)> Order) : Statement(Table);
