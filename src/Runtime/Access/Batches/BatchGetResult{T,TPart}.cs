using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What a batch read of one item type as a smaller type.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <typeparam name="TPart">The type that the items were read as.</typeparam>
public record BatchGetResult<T, TPart>
    where T : IItem<T>
    where TPart : IDynamoMap<TPart>
{
    /// <summary>The items that exist, in no particular order.</summary>
    public required IReadOnlyList<TPart> Items { get; init; }

    /// <summary>The keys that the service never got to, after retries. It is not known whether those items exist.</summary>
    public required IReadOnlyList<ItemKey<T>> Unprocessed { get; init; }

    /// <summary>The capacity used, if it was asked for: a record for each request.</summary>
    public IReadOnlyList<ConsumedCapacity> ConsumedCapacity { get; init; } = [];

    /// <summary>Throws if the service did not get to every key.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Unprocessed"/> is not empty.</exception>
    public void ThrowIfIncomplete() => OperationGuard.ThrowIfIncomplete(Unprocessed.Count);
}
