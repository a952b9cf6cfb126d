namespace DynamoToolkit.Wire;

/// <content>The key of an item, where its members' own attributes are absent.</content>
public ref partial struct ItemReader
{
    /// <summary>Reads the primary key out of the item that a copy of this reader, made before it was read, still stands before.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="key">The key; the default value where there is none.</param>
    /// <returns>Whether the item has all key attributes, each of its type.</returns>
    public readonly bool TryReadKey<T>(out ItemKey<T> key)
        where T : IItem<T>
    {
        var model = T.Model;
        KeyValue partition = default, sort = default;
        var item = this;
        item.BeginMap();
        while (item.ReadName(out var name))
        {
            if (model.Partition.IsNamed(name))
                partition = item.ReadKeyValue(model.Partition.Type);
            else if (model.Sort is { } own && own.IsNamed(name))
                sort = item.ReadKeyValue(own.Type);
            else
                item.SkipValue();
        }

        var isWhole = !partition.IsNone && (model.Sort is null || !sort.IsNone);
        key = isWhole ? new ItemKey<T>(partition, sort) : default;
        return isWhole;
    }

    private KeyValue ReadKeyValue(KeyType type)
    {
        var expected = type switch
        {
            KeyType.Number => "N"u8,
            KeyType.Binary => "B"u8,
            _ => "S"u8,
        };
        if (PeekTag().SequenceEqual(expected))
            return KeyValue.Read(ref this);

        SkipValue();
        return default;
    }
}
