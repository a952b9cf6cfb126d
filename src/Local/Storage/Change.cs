using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Streams;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>One change of the catalog, as the log records it.</summary>
/// <param name="Kind">What the change does.</param>
/// <param name="Table">
/// The table's name; for a record its stream's resource name; for a restored table, a deleted backup or an item of one the backup's
/// resource name; empty for tokens and streams.
/// </param>
/// <param name="Item">The item to put, or the key of the item to delete.</param>
/// <param name="Schema">The new schema.</param>
/// <param name="Token">The token to keep.</param>
/// <param name="Stream">The new state of a stream. Its records do not count, because they have changes of their own.</param>
/// <param name="Record">The record to add.</param>
/// <param name="Backup">The backup to add.</param>
internal readonly record struct Change(
    ChangeKind Kind,
    string Table,
    MapValue? Item = null,
    TableSchema? Schema = null,
    TransactionToken? Token = null,
    TableStream? Stream = null,
    StreamRecord? Record = null,
    TableBackup? Backup = null);
