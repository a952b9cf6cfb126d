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

    /// <summary>The capacity used, a record for each table, where it was asked for.</summary>
    public IReadOnlyList<ConsumedCapacity> ConsumedCapacity { get; }

    /// <summary>The item that a get asked for; the default value where there is none.</summary>
    public T? Find<T>(Get<T> operation)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(operation);
        return items.GetValueOrDefault(((IReadOperation)operation).Identity) is T item ? item : default;
    }

    /// <summary>All items of one type, in no particular order.</summary>
    public IEnumerable<T> All<T>()
        where T : IItem<T> => items.Values.OfType<T>();

    /// <summary>Throws if the service did not get to every item.</summary>
    public void ThrowIfIncomplete()
    {
        if (Unprocessed.Count > 0)
            throw new InvalidOperationException($"The service did not get to {Unprocessed.Count} of the items, after retries. Try those again later.");
    }
}
