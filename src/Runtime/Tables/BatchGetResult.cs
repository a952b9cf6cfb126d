namespace DynamoToolkit;

/// <summary>What a batch read of one item type.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed record BatchGetResult<T>
    where T : IItem<T>
{
    /// <summary>The items that there are, in no particular order.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>The keys that the service never got to; it says nothing about whether those items exist.</summary>
    public required IReadOnlyList<ItemKey<T>> Unprocessed { get; init; }

    /// <summary>Throws if the service did not get to every key.</summary>
    public void ThrowIfIncomplete()
    {
        if (Unprocessed.Count > 0)
            throw new InvalidOperationException($"The service did not get to {Unprocessed.Count} of the keys, after retries. Try those again later.");
    }
}
