using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>The byte strings that items are stored under, in tables and indexes.</summary>
internal static class KeyEncoder
{
    private const int Initial = 256;

    /// <summary>The key of an item in its table. The item must have the key's attributes.</summary>
    public static byte[] TableKey(KeySchema keys, MapValue item)
    {
        var builder = new KeyBuilder(stackalloc byte[Initial]);
        AppendKey(ref builder, keys, item);
        return builder.Finish();
    }

    /// <summary>The key of an item in an index: the index's key, then the table's, since index keys need not be unique.</summary>
    public static byte[] IndexKey(IndexSchema index, KeySchema tableKeys, MapValue item)
    {
        var builder = new KeyBuilder(stackalloc byte[Initial]);
        AppendKey(ref builder, index.Keys, item);
        foreach (var element in tableKeys.Elements)
            builder.Append(item.Get(element.Name)!);
        return builder.Finish();
    }

    /// <summary>The beginning of the keys of all items of a partition.</summary>
    public static byte[] Partition(IEnumerable<Value> hashValues)
    {
        var builder = new KeyBuilder(stackalloc byte[Initial]);
        builder.BeginPartition();
        foreach (var value in hashValues)
            builder.Append(value);
        builder.EndPartition();
        return builder.Finish();
    }

    /// <summary>A beginning with one more value behind it; left open, it is also the beginning of longer values.</summary>
    public static byte[] Extend(byte[] prefix, Value value, bool open = false)
    {
        var builder = new KeyBuilder(stackalloc byte[Initial]);
        builder.AppendRaw(prefix);
        if (open)
            builder.AppendOpen(value);
        else
            builder.Append(value);
        return builder.Finish();
    }

    /// <summary>The first key behind all keys that begin with the prefix; null if there is none.</summary>
    public static byte[]? Behind(byte[] prefix)
    {
        var last = prefix.Length - 1;
        while (last >= 0 && prefix[last] == 0xFF)
            last--;
        if (last < 0)
            return null;

        var behind = prefix[..(last + 1)];
        behind[last]++;
        return behind;
    }

    /// <summary>The first key behind this one.</summary>
    public static byte[] After(byte[] key) => [.. key, 0];

    private static void AppendKey(ref KeyBuilder builder, KeySchema keys, MapValue item)
    {
        if (keys.HashElements.Length > 0)
        {
            builder.BeginPartition();
            foreach (var element in keys.HashElements)
                builder.Append(item.Get(element.Name)!);
            builder.EndPartition();
        }

        foreach (var element in keys.RangeElements)
            builder.Append(item.Get(element.Name)!);
    }
}
