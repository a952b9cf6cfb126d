namespace DynamoToolkit;

/// <summary>What a write answered.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed record WriteResult<T>
{
    /// <summary>The item as it was or is, as the write asked for; the default value where it asked for none or there was none.</summary>
    public T? Item { get; init; }

    /// <summary>Whether the response had an item.</summary>
    public bool HasItem { get; init; }

    /// <summary>The capacity used, where the write asked for it.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>The item collection's size, where the write asked for it and the table has local indexes.</summary>
    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }
}
