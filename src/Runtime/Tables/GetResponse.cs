namespace DynamoToolkit;

/// <summary>Reads the responses of gets.</summary>
internal static class GetResponse
{
    /// <summary>Reads only the item, for the path that must not allocate.</summary>
    public static T? ReadItem<T>(ReadOnlySpan<byte> json, TimeProvider time)
        where T : IItem<T>
    {
        var item = default(T);
        var reader = new ResponseReader(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (!name.SequenceEqual("Item"u8) || Expiry.IsExpired(ref reader, T.Model.TimeToLiveAttribute, time))
                reader.Skip();
            else
                item = reader.ReadMap<T>();
        }

        return item;
    }

    /// <param name="json">The response.</param>
    /// <param name="timeToLive">The attribute by which the item expires, or null to return expired items.</param>
    /// <param name="time">The clock.</param>
    public static GetResult<T> Read<T>(ReadOnlySpan<byte> json, string? timeToLive, TimeProvider time)
        where T : IDynamoMap<T>
    {
        var item = default(T);
        var hasItem = false;
        ConsumedCapacity? capacity = null;
        var reader = new ResponseReader(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = CapacityReader.Read(ref reader);
            }
            else if (name.SequenceEqual("Item"u8) && !Expiry.IsExpired(ref reader, timeToLive, time))
            {
                item = reader.ReadMap<T>();
                hasItem = true;
            }
            else
            {
                reader.Skip();
            }
        }

        return new GetResult<T> { Item = item, HasItem = hasItem, ConsumedCapacity = capacity };
    }
}
