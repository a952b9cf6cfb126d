using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Writes items and keys into requests, and refuses those that DynamoDB would refuse.</summary>
internal static class ItemText
{
    private const int MostBytes = 400 * 1024;

    public static void Write<T>(ref ItemWriter writer, in T item)
        where T : IItem<T>
    {
        var start = writer.Position;
        T.WriteMap(ref writer, in item);
        CheckKeys(T.Model, writer.Written(start));

        // Text in JSON is never shorter than what DynamoDB counts, so that only a large item needs counting.
        if (writer.Position - start <= MostBytes)
            return;

        var bytes = ItemSize.Of(writer.Written(start));
        if (bytes > MostBytes)
            throw new ArgumentException($"An item of {typeof(T).Name} has {bytes} bytes as DynamoDB counts them; it takes {MostBytes} at most. Split it over several items, or store large members elsewhere.");
    }

    /// <summary>Looks at the key attributes as they were written, so that composing them a second time is not needed.</summary>
    private static void CheckKeys(TableModel model, ReadOnlySpan<byte> json)
    {
        var left = model.Sort is null ? 1 : 2;
        var reader = new ResponseReader(json);
        while (left > 0 && reader.NextMember(out var name))
        {
            var key = name.SequenceEqual(model.Partition.Utf8Name) ? model.Partition
                : model.Sort is { } sort && name.SequenceEqual(sort.Utf8Name) ? sort
                : null;
            if (key is null)
            {
                reader.Skip();
                continue;
            }

            left--;
            CheckLength(key, key == model.Partition ? KeyModel.MostPartitionBytes : KeyModel.MostSortBytes, reader.ReadRaw());
        }

        if (left > 0)
            throw new ArgumentException($"An item of {model.ItemType.Name} has no value for one of its key attributes ({model.Partition}, {model.Sort}). Give the members that the key is made of a value.");
    }

    private static void CheckLength(KeyModel key, int mostBytes, ReadOnlySpan<byte> value)
    {
        // {"S":"…"}: the text between is at least as long as what it stands for.
        const int Around = 8;
        var bytes = value.Length - Around;
        if (bytes > mostBytes)
            bytes = ItemSize.OfValue(value);
        key.ThrowIfInvalid(bytes, mostBytes);
    }
}
