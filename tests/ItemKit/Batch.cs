using DynamoToolkit.Borders;

namespace DynamoToolkit.ItemKit;

/// <summary>Items that are written and read together, with a text for the one that does not come back.</summary>
/// <param name="Items">The items, each with a key of its own.</param>
internal sealed record Batch<T>(T[] Items)
    where T : IItem<T>
{
    /// <summary>Each item alone, to find the one that breaks a batch.</summary>
    public IEnumerable<Batch<T>> Shrink() => Items.Length == 1 ? [] : Items.Select(static item => new Batch<T>([item]));

    public override string ToString() => Items is [var item] ? DynamoJson.Serialize(item) : $"{Items.Length} items";
}
