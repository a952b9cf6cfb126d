using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Reads the responses of gets.</summary>
internal static class GetResponse
{
    /// <summary>Reads only the item, for the path that must not allocate.</summary>
    public static T? ReadItem<T>(ReadOnlySpan<byte> json, TimeProvider time)
        where T : IItem<T>
    {
        var item = default(T);
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Item"u8))
                item = Expiry.TryRead<T>(ref reader, T.Model.TimeToLiveAttribute, time, out var read) ? read : default;
            else
                reader.Skip();
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
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("ConsumedCapacity"u8))
                capacity = CapacityReader.Read(ref reader);
            else if (name.SequenceEqual("Item"u8))
                hasItem = Expiry.TryRead<T>(ref reader, timeToLive, time, out item);
            else
                reader.Skip();
        }

        return new GetResult<T> { Item = hasItem ? item : default, HasItem = hasItem, ConsumedCapacity = capacity };
    }
}
