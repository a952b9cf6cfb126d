using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Statements;

/// <summary>An INSERT of an item that must not exist.</summary>
internal sealed record InsertStatement(string Table, MapValue Item) : Statement(Table);
