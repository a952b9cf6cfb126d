namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>The naive model: a dictionary that knows the type of each item.</summary>
internal sealed class LayoutTable
{
    private readonly SortedDictionary<ItemKeyText, StoredItem> items = [];

    /// <summary>All items, in the order of their keys.</summary>
    public IReadOnlyCollection<StoredItem> All => items.Values;

    /// <summary>The item with a key.</summary>
    public StoredItem? Find(ItemKeyText key) => items.GetValueOrDefault(key);

    /// <summary>Replaces or adds an item.</summary>
    public void Put(StoredItem item) => items[item.Key] = item;

    /// <summary>Removes an item.</summary>
    public void Remove(ItemKeyText key) => items.Remove(key);

    /// <summary>The items that a read as a type returns.</summary>
    public IEnumerable<StoredItem> Of(ItemCase read) => All.Where(item => read.Includes(item.Type) && !item.HasExpired);
}
