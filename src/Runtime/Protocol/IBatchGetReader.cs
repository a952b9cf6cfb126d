using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Receives the content of a BatchGetItem response.</summary>
internal interface IBatchGetReader
{
    /// <summary>The following items or keys belong to this table.</summary>
    /// <param name="tableName">The table's name in UTF-8.</param>
    void Enter(ReadOnlySpan<byte> tableName);

    /// <summary>Reads the item before which the cursor stands.</summary>
    void ReadItem(ref JsonCursor cursor);

    /// <summary>Receives an unprocessed key.</summary>
    /// <param name="key">The key as a map.</param>
    void ReadUnprocessed(ReadOnlySpan<byte> key);
}
