using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Writes items and keys into requests, and rejects those that DynamoDB would reject.</summary>
internal static class ItemText
{
    public static void Write<T>(ref ItemWriter writer, in T item)
        where T : IItem<T>
    {
        var start = writer.Position;
        T.WriteMap(ref writer, in item);
        var json = writer.Written(start);
        T.Model.Versions?.ThrowIfReserved(json);
        Check(T.Model, json);
    }

    /// <summary>Checks the keys and the size of an item.</summary>
    /// <param name="model">The item's type.</param>
    /// <param name="json">The item.</param>
    public static void Check(TableModel model, ReadOnlySpan<byte> json)
    {
        CheckKeys(model, json);

        // JSON text is never shorter than the size that DynamoDB counts, so only a large item needs counting.
        if (json.Length <= ItemTooLargeException.MaxBytes)
            return;

        var bytes = ItemSize.Of(json);
        if (bytes > ItemTooLargeException.MaxBytes)
            throw new ItemTooLargeException(model.ItemType, bytes);
    }

    /// <summary>Checks the key attributes as written, which avoids composing them a second time.</summary>
    private static void CheckKeys(TableModel model, ReadOnlySpan<byte> json)
    {
        var keysLeft = model.Sort is null ? 1 : 2;
        var indexKeysLeft = model.IndexKeys.Length;
        var reader = new JsonCursor(json);
        while (keysLeft + indexKeysLeft > 0 && reader.NextMember(out var name))
        {
            if (model.Partition.IsNamed(name))
            {
                model.Partition.ThrowIfInvalid(ItemSize.OfKey(reader.ReadRaw(), KeyModel.MaxPartitionBytes), KeyModel.MaxPartitionBytes);
                keysLeft--;
            }
            else if (model.Sort is { } sort && sort.IsNamed(name))
            {
                sort.ThrowIfInvalid(ItemSize.OfKey(reader.ReadRaw(), KeyModel.MaxSortBytes), KeyModel.MaxSortBytes);
                keysLeft--;
            }
            else if (IndexKey.Find(model.IndexKeys, name) is { } indexKey)
            {
                indexKey.ThrowIfInvalid(reader.ReadRaw());
                indexKeysLeft--;
            }
            else
            {
                reader.Skip();
            }
        }

        if (keysLeft > 0)
        {
            throw new ArgumentException(
                $"An item of {model.ItemType.Name} has no value for one of its key attributes ({model.Partition}, {model.Sort}). "
                + "Give the members that the key is built from a value.");
        }
    }
}
