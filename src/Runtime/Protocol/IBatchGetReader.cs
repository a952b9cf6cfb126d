using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Takes what the response of a BatchGetItem holds.</summary>
internal interface IBatchGetReader
{
    /// <summary>What follows is of a table.</summary>
    /// <param name="tableName">The table's name in UTF-8.</param>
    void Enter(ReadOnlySpan<byte> tableName);

    /// <summary>Reads the item that the cursor is before.</summary>
    void ReadItem(ref JsonCursor cursor);

    /// <summary>Takes a key that the service did not get to.</summary>
    /// <param name="key">The key as a map.</param>
    void ReadUnprocessed(ReadOnlySpan<byte> key);
}
