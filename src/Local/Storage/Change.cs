using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>One change of the catalog, as the log keeps it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table's name; empty for tokens.</param>
/// <param name="Item">The item put, or the key of the item deleted.</param>
/// <param name="Schema">The schema set.</param>
/// <param name="Token">The token kept.</param>
internal readonly record struct Change(ChangeKind Kind, string Table, MapValue? Item = null, TableSchema? Schema = null, TransactionToken? Token = null);
