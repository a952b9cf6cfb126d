using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>The byte strings under which tables and indexes store items.</summary>
internal static class KeyEncoder
{
    /// <summary>A length that most keys do not exceed.</summary>
    public const int InitialLength = 256;

    /// <summary>The key of an item in its table. The item must have a key that a table can hold.</summary>
    public static byte[] TableKey(KeySchema keys, MapValue item) => TryTableKey(keys, item) ?? throw Unchecked();

    /// <summary>The key of an item in its table; null if it does not have a key that a table can hold.</summary>
    public static byte[]? TryTableKey(KeySchema keys, MapValue item)
    {
        var builder = new KeyBuilder(stackalloc byte[InitialLength]);
        return TryAppend(ref builder, keys, item) ? builder.Finish() : Abandon(ref builder);
    }

    /// <summary>Appends the key of an item in its table. Fails if the item does not have a key that a table can hold.</summary>
    public static bool TryAppend(ref KeyBuilder builder, KeySchema keys, MapValue item)
    {
        if (keys.HashElements.Length > 0)
        {
            builder.BeginPartition();
            if (!TryAppend(ref builder, keys.HashElements, item))
                return false;

            builder.EndPartition();
        }

        return TryAppend(ref builder, keys.RangeElements, item);
    }

    /// <summary>
    /// The key of an item in an index: the index's key, then the table's, because index keys need not be unique. The index must hold the
    /// item.
    /// </summary>
    public static byte[] IndexKey(IndexSchema index, KeySchema tableKeys, MapValue item) =>
        TryIndexKey(index, tableKeys, item) ?? throw Unchecked();

    /// <summary>The key of an item in an index; null if the index does not hold the item.</summary>
    public static byte[]? TryIndexKey(IndexSchema index, KeySchema tableKeys, MapValue item)
    {
        var builder = new KeyBuilder(stackalloc byte[InitialLength]);
        return TryAppend(ref builder, index.Keys, item) && TryAppend(ref builder, tableKeys.Elements, item)
            ? builder.Finish()
            : Abandon(ref builder);
    }

    /// <summary>The prefix of the keys of all items of a partition.</summary>
    public static byte[] Partition(IEnumerable<Value> hashValues)
    {
        var builder = new KeyBuilder(stackalloc byte[InitialLength]);
        builder.BeginPartition();
        foreach (var value in hashValues)
            builder.Append(value);
        builder.EndPartition();
        return builder.Finish();
    }

    /// <summary>A prefix extended by one more value. An open value also matches longer values that begin with it.</summary>
    public static byte[] Extend(byte[] prefix, Value value, bool open = false)
    {
        var builder = new KeyBuilder(stackalloc byte[InitialLength]);
        builder.AppendRaw(prefix);
        if (open)
            builder.AppendOpen(value);
        else
            builder.Append(value);
        return builder.Finish();
    }

    /// <summary>The first possible key after all keys with the prefix; null if there is none.</summary>
    public static byte[]? AfterPrefix(byte[] prefix)
    {
        var last = prefix.Length - 1;
        while (last >= 0 && prefix[last] == 0xFF)
            last--;
        if (last < 0)
            return null;

        var next = prefix[..(last + 1)];
        next[last]++;
        return next;
    }

    /// <summary>The first possible key after this one.</summary>
    public static byte[] After(byte[] key) => [.. key, 0];

    private static bool TryAppend(ref KeyBuilder builder, KeyElement[] elements, MapValue item)
    {
        foreach (var element in elements)
        {
            if (!TryAppend(ref builder, element, item))
                return false;
        }

        return true;
    }

    // Appends nothing if a key cannot have the value. Makes no value of a plain string or a number in the item's bytes.
    private static bool TryAppend(ref KeyBuilder builder, KeyElement element, MapValue item)
    {
        if (item.IsWire && WireReader.TryFindScalar(item.Wire, element.WireName, out var kind, out var content) && kind == element.Kind)
        {
            if (kind == ValueKind.N)
            {
                builder.AppendNumber(content);
                return true;
            }

            if (kind == ValueKind.S && !WireText.HasEscapes(content))
            {
                if (!element.IsInRange(content.Length))
                    return false;

                builder.AppendString(content);
                return true;
            }
        }

        var value = item.Get(element.Name);
        if (!element.Accepts(value))
            return false;

        builder.Append(value!);
        return true;
    }

    private static byte[]? Abandon(ref KeyBuilder builder)
    {
        builder.Dispose();
        return null;
    }

    private static InvalidOperationException Unchecked() => new("A key that cannot be encoded has passed the check.");
}
