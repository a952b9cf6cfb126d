using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>Deletes an item. Without a condition, it succeeds even if the item does not exist.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each delete. Not safe for concurrent use.
/// </remarks>
public sealed class Delete<T> : ExecutableWrite<Delete<T>, T>
    where T : IItem<T>
{
    internal Delete(TableHandle table, ItemKey<T> key, object? item = null)
        : base(new DeleteItem<T>(table, key, item))
    {
    }
}
