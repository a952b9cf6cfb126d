using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>One change of the catalog, as the log records it.</summary>
/// <param name="Kind">What the change does.</param>
/// <param name="Table">The table's name; empty for tokens.</param>
/// <param name="Item">The item to put, or the key of the item to delete.</param>
/// <param name="Schema">The new schema.</param>
/// <param name="Token">The token to keep.</param>
internal readonly record struct Change(
    ChangeKind Kind, string Table, MapValue? Item = null, TableSchema? Schema = null, TransactionToken? Token = null);
