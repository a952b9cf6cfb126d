using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What an operation on one item returned: a get, a put, an update or a delete.</summary>
/// <typeparam name="T">The item's type.</typeparam>
public sealed record ItemResult<T>
{
    /// <summary>Whether the response holds an item. A get does not return an expired item.</summary>
    public bool HasItem { get; init; }

    /// <summary>
    /// The item that a get found, or the item before or after a write that asked for it. The default value if <see cref="HasItem"/> is
    /// false.
    /// </summary>
    public T? Item { get; init; }

    /// <summary>The capacity that the operation used, if it asked for that.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>The size of the item collection, if a write asked for it and the table has local indexes.</summary>
    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }

    internal static ItemResult<TItem> Of<TItem>(in ItemResponse<TItem> response)
        where TItem : IDynamoMap<TItem> => new()
        {
            HasItem = response.HasItem,
            Item = response.Item,
            ConsumedCapacity = response.Capacity,
            ItemCollectionMetrics = response.CollectionMetrics,
        };
}
