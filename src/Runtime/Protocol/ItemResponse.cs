using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The content of a response on one item: to a get, a put, an update or a delete.</summary>
/// <typeparam name="T">The type that the item is read as.</typeparam>
internal struct ItemResponse<T>
    where T : IDynamoMap<T>
{
    /// <summary>The item, or the default value if there is none.</summary>
    public T? Item;

    /// <summary>Whether the response has an item that has not expired.</summary>
    public bool HasItem;

    public ConsumedCapacity? Capacity;

    public ItemCollectionMetrics? CollectionMetrics;

    /// <summary>Reads a response.</summary>
    /// <param name="json">The response.</param>
    /// <param name="itemMember">The member that holds the item: <c>Item</c> for a get, <c>Attributes</c> for a write.</param>
    /// <param name="model">Where the item's key is, which errors name.</param>
    /// <param name="discriminator">Tells the item's type from others with the same key, or null if the key does.</param>
    /// <param name="timeToLive">The attribute by which the item expires, or null to return expired items.</param>
    /// <param name="time">The clock.</param>
    public static ItemResponse<T> Read(
        ReadOnlySpan<byte> json,
        ReadOnlySpan<byte> itemMember,
        TableModel model,
        DiscriminatorModel? discriminator,
        string? timeToLive,
        TimeProvider time)
    {
        var response = default(ItemResponse<T>);
        var cursor = new JsonCursor(json);
        while (cursor.NextMember(out var name))
        {
            if (cursor.TryReadNull())
                continue;

            if (name.SequenceEqual(itemMember))
                response.HasItem = Expiry.TryRead<T>(ref cursor, model, discriminator, timeToLive, time, out response.Item);
            else if (name.SequenceEqual("ConsumedCapacity"u8))
                response.Capacity = CapacityReader.Read(ref cursor);
            else if (name.SequenceEqual("ItemCollectionMetrics"u8))
                response.CollectionMetrics = CapacityReader.ReadCollectionMetrics(ref cursor);
            else
                cursor.Skip();
        }

        if (!response.HasItem)
            response.Item = default;
        return response;
    }
}
