using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What a batch read of one item type as a smaller type.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <typeparam name="TPart">The type that the items were read as.</typeparam>
public record BatchGetResult<T, TPart>
    where T : IItem<T>
    where TPart : IDynamoMap<TPart>
{
    /// <summary>The items that there are, in no particular order.</summary>
    public required IReadOnlyList<TPart> Items { get; init; }

    /// <summary>The keys that the service never got to; it says nothing about whether those items exist.</summary>
    public required IReadOnlyList<ItemKey<T>> Unprocessed { get; init; }

    /// <summary>The capacity used by all requests of the batch, where it was asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>Throws if the service did not get to every key.</summary>
    public void ThrowIfIncomplete()
    {
        if (Unprocessed.Count > 0)
            throw new InvalidOperationException($"The service did not get to {Unprocessed.Count} of the keys, after retries. Try those again later.");
    }
}
