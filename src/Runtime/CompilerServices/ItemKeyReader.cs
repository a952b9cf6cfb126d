using System.ComponentModel;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>Reads the key of an item whose members' own attributes are absent. Only generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ItemKeyReader
{
    /// <summary>Reads the primary key of the item that a reader is about to read. The reader does not move.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="item">A copy of the item's reader, made before the item was read.</param>
    /// <param name="key">The key, or the default value if the item does not have all key attributes.</param>
    /// <returns>Whether the item has all key attributes, each of the right type.</returns>
    public static bool TryRead<T>(ItemReader item, out ItemKey<T> key)
        where T : IItem<T>
    {
        var model = T.Model;
        KeyValue partition = default, sort = default;
        item.BeginMap();
        while (item.ReadName(out var name))
        {
            if (model.Partition.IsNamed(name))
                partition = ReadValue(ref item, model.Partition.Type);
            else if (model.Sort is { } own && own.IsNamed(name))
                sort = ReadValue(ref item, own.Type);
            else
                item.SkipValue();
        }

        var isWhole = !partition.IsNone && (model.Sort is null || !sort.IsNone);
        key = isWhole ? new ItemKey<T>(partition, sort) : default;
        return isWhole;
    }

    private static KeyValue ReadValue(ref ItemReader item, KeyType type)
    {
        var expected = type switch
        {
            KeyType.Number => "N"u8,
            KeyType.Binary => "B"u8,
            _ => "S"u8,
        };
        if (item.PeekTag().SequenceEqual(expected))
            return KeyValue.Read(ref item);

        item.SkipValue();
        return default;
    }
}
