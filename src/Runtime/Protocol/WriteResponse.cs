using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Reads the responses of puts, updates and deletes.</summary>
internal static class WriteResponse
{
    public static WriteResult<T> Read<T>(ReadOnlySpan<byte> json)
        where T : IDynamoMap<T>
    {
        var item = default(T);
        var hasItem = false;
        ConsumedCapacity? capacity = null;
        ItemCollectionMetrics? metrics = null;
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Attributes"u8))
            {
                item = reader.ReadMap<T>();
                hasItem = true;
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = CapacityReader.Read(ref reader);
            }
            else if (name.SequenceEqual("ItemCollectionMetrics"u8))
            {
                metrics = CapacityReader.ReadCollectionMetrics(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new WriteResult<T> { Item = item, HasItem = hasItem, ConsumedCapacity = capacity, ItemCollectionMetrics = metrics };
    }
}
