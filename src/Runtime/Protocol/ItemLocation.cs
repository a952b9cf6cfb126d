using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Adds to the error of an item which item it is.</summary>
internal static class ItemLocation
{
    /// <summary>Adds the key that the item has, as far as it can be read.</summary>
    /// <param name="error">The error.</param>
    /// <param name="item">A cursor before the item.</param>
    /// <param name="model">Where the key is.</param>
    public static void Add(ItemFormatException error, JsonCursor item, TableModel model)
    {
        try
        {
            var key = KeyReader.ReadIdentity(item.ReadRaw(), model.TableName, model.Partition, model.Sort);
            error.PartitionKey = TextOf(key.Partition);
            error.SortKey = TextOf(key.Sort);
        }
        catch (ItemFormatException)
        {
            // The item, or its key itself, cannot be read: that is what the caller's error reports.
        }
    }

    private static string? TextOf(in KeyValue value) => value.IsNone ? null : value.ToString();
}
