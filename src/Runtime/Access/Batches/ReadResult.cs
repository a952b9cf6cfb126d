using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What a transaction or batch read: items of any types, found again by the gets that asked for them or by their keys.</summary>
public sealed class ReadResult
{
    private readonly Dictionary<ItemIdentity, object?> items;

    internal ReadResult(Dictionary<ItemIdentity, object?> items, IReadOnlyList<IReadOperation> unprocessed, IReadOnlyList<ConsumedCapacity> capacity)
    {
        this.items = items;
        Unprocessed = unprocessed;
        ConsumedCapacity = capacity;
    }

    /// <summary>The gets that the service never got to, of a batch; it says nothing about whether those items exist.</summary>
    public IReadOnlyList<IReadOperation> Unprocessed { get; }

    /// <summary>The capacity used, where it was asked for: a record for each table and request.</summary>
    public IReadOnlyList<ConsumedCapacity> ConsumedCapacity { get; }

    /// <summary>The item that a get asked for; the default value where there is none.</summary>
    /// <exception cref="InvalidOperationException">The item was read as another type: the get is not the one that was sent.</exception>
    public T? Find<T>(ExecutableRead<T> operation)
        where T : IDynamoMap<T>
    {
        ArgumentNullException.ThrowIfNull(operation);
        var identity = ((IReadOperation)operation).Identity;
        return items.GetValueOrDefault(identity) switch
        {
            null => default,
            T item => item,
            var other => throw new InvalidOperationException($"The item {identity} was read as {other.GetType().Name}, not as {typeof(T).Name}. Find it with the get that asked for it."),
        };
    }

    /// <summary>All items that were read as one type, in no particular order.</summary>
    public IEnumerable<T> All<T>()
        where T : IDynamoMap<T> => items.Values.OfType<T>();

    /// <summary>Throws if the service did not get to every item.</summary>
    public void ThrowIfIncomplete()
    {
        if (Unprocessed.Count > 0)
            throw new InvalidOperationException($"The service did not get to {Unprocessed.Count} of the items, after retries. Try those again later.");
    }
}
