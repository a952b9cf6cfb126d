using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Reads key values from items and keys.</summary>
internal static class KeyReader
{
    /// <summary>Reads the primary key from an item or a key.</summary>
    public static ItemIdentity ReadIdentity(ReadOnlySpan<byte> item, string tableName, KeyModel partition, KeyModel? sort)
    {
        KeyValue partitionValue = default, sortValue = default;
        var reader = new JsonCursor(item);
        while (reader.NextMember(out var name))
        {
            if (partition.IsNamed(name))
                partitionValue = KeyValue.Read(ref reader);
            else if (sort is not null && sort.IsNamed(name))
                sortValue = KeyValue.Read(ref reader);
            else
                reader.Skip();
        }

        return new ItemIdentity(tableName, partitionValue, sortValue);
    }
}
