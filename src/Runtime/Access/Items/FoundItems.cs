using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The items of any types that a batch or a transaction read. Find each by the get that asked for it.</summary>
public abstract class FoundItems
{
    private readonly Dictionary<ItemIdentity, object?> items;

    /// <param name="items">The items by their keys; null for those that do not exist.</param>
    /// <param name="capacity">The capacity used.</param>
    private protected FoundItems(Dictionary<ItemIdentity, object?> items, IReadOnlyList<ConsumedCapacity> capacity)
    {
        this.items = items;
        ConsumedCapacity = capacity;
    }

    /// <summary>The capacity used, if it was asked for: a record for each table and request.</summary>
    public IReadOnlyList<ConsumedCapacity> ConsumedCapacity { get; }

    /// <summary>Returns the item that a get asked for, or the default value if the item does not exist or has expired.</summary>
    /// <param name="get">One of the gets that were sent.</param>
    /// <exception cref="InvalidOperationException">
    /// The get was not sent, the service did not get to it, or another get read the item as another type.
    /// </exception>
    public T? Find<T>(GetBuilder<T> get)
        where T : IDynamoMap<T>
    {
        ArgumentNullException.ThrowIfNull(get);
        var identity = ((IGetOperation)get).Request.Identity;
        if (!items.TryGetValue(identity, out var found))
            throw new InvalidOperationException($"No get of the item {identity} was sent. Find items with the gets that asked for them.");
        if (found is null && IsUnprocessed(identity))
        {
            throw new InvalidOperationException(
                $"The service did not get to the item {identity}, so it is not known whether the item exists. " +
                "Look at Unprocessed first.");
        }

        return found switch
        {
            null => default,
            T item => item,
            _ => throw new InvalidOperationException(
                $"The item {identity} was read as {found.GetType().Name}, not as {typeof(T).Name}. " +
                "Find it with the get that asked for it."),
        };
    }

    /// <summary>Returns all items that were read as one type, in no particular order.</summary>
    public IEnumerable<T> All<T>()
        where T : IDynamoMap<T> => items.Values.OfType<T>();

    private protected virtual bool IsUnprocessed(in ItemIdentity identity) => false;
}
