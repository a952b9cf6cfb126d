using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Writes items and keys into requests, and refuses those that DynamoDB would refuse.</summary>
internal static class ItemText
{
    public static void Write<T>(ref ItemWriter writer, in T item)
        where T : IItem<T>
    {
        var start = writer.Position;
        T.WriteMap(ref writer, in item);
        CheckKeys(T.Model, writer.Written(start));
        CheckIndexKeys(T.Model.IndexKeys, writer.Written(start));

        // Text in JSON is never shorter than what DynamoDB counts, so that only a large item needs counting.
        if (writer.Position - start <= ItemTooLargeException.MostBytes)
            return;

        var bytes = ItemSize.Of(writer.Written(start));
        if (bytes > ItemTooLargeException.MostBytes)
            throw new ItemTooLargeException(typeof(T), bytes);
    }

    /// <summary>Looks at the key attributes as they were written, so that composing them a second time is not needed.</summary>
    private static void CheckKeys(TableModel model, ReadOnlySpan<byte> json)
    {
        var left = model.Sort is null ? 1 : 2;
        var reader = new ResponseReader(json);
        while (left > 0 && reader.NextMember(out var name))
        {
            var key = model.Partition.IsNamed(name) ? model.Partition
                : model.Sort is { } sort && sort.IsNamed(name) ? sort
                : null;
            if (key is null)
            {
                reader.Skip();
                continue;
            }

            left--;
            var mostBytes = key == model.Partition ? KeyModel.MostPartitionBytes : KeyModel.MostSortBytes;
            key.ThrowIfInvalid(ItemSize.OfKey(reader.ReadRaw(), mostBytes), mostBytes);
        }

        if (left > 0)
            throw new ArgumentException($"An item of {model.ItemType.Name} has no value for one of its key attributes ({model.Partition}, {model.Sort}). Give the members that the key is made of a value.");
    }

    private static void CheckIndexKeys(IndexKey[] keys, ReadOnlySpan<byte> json)
    {
        var left = keys.Length;
        var reader = new ResponseReader(json);
        while (left > 0 && reader.NextMember(out var name))
        {
            if (IndexKey.Find(keys, name) is not { } key)
            {
                reader.Skip();
                continue;
            }

            left--;
            key.ThrowIfInvalid(reader.ReadRaw());
        }
    }
}
