using System.Buffers.Binary;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests;

/// <summary>
/// Reads items, most of which have the shape of an earlier one (<see cref="ItemShape"/>). Each of a fixed number of places has one shape,
/// so that the memory does not grow.
/// </summary>
internal sealed class KnownShapes
{
    private const int Places = 256;

    // An item that differs from the known one does not always replace it, because making a shape costs more than a check.
    private const int MissesPerShape = 16;
    private readonly ItemShape?[] shapes = new ItemShape?[Places];

    // Threads may overwrite what others count.
    private readonly int[] misses = new int[Places];

    /// <summary>Reads an item as <see cref="ItemScanner.TryRead"/> does.</summary>
    public MapValue? TryRead(ReadOnlyMemory<byte> json, out int length)
    {
        var place = PlaceOf(json.Span);
        if (Volatile.Read(ref shapes[place]) is { } shape && shape.TryMatch(json.Span, out length, out var size))
            return new MapValue(json[..length], size);

        var item = ItemScanner.TryRead(json, out length);
        if (item is not null && misses[place]++ % MissesPerShape == 0)
            Volatile.Write(ref shapes[place], ItemShape.Of(item.Wire, item.ItemSize));
        return item;
    }

    // The first bytes: names and types, but no content yet.
    private static int PlaceOf(ReadOnlySpan<byte> json)
    {
        if (json.Length < sizeof(ulong))
            return 0;

        var hash = BinaryPrimitives.ReadUInt64LittleEndian(json) * 0x9E3779B97F4A7C15UL;
        return (int)(hash >> 56);
    }
}
