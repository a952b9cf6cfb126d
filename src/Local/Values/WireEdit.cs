using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// Changes attributes of an item that has its bytes, and copies those of all others. The attributes have the order that a dictionary of
/// them has after the same changes: a new one takes the place of the last one that was removed, otherwise the last place.
/// </summary>
internal sealed class WireEdit
{
    private readonly ReadOnlyMemory<byte> wire;
    private readonly List<Attribute> attributes = [];
    private readonly Stack<int> free = new();
    private int itemSize;

    public WireEdit(MapValue item)
    {
        wire = item.WireMemory;
        itemSize = item.ItemSize;
        foreach (var (start, nameEnd, end) in item.Places)
            attributes.Add(new Attribute(start, nameEnd, end, null, null));
    }

    /// <summary>Changes an attribute.</summary>
    /// <param name="name">The name.</param>
    /// <param name="old">The value before; null if there is none.</param>
    /// <param name="value">The value after; null for none.</param>
    public void Set(string name, Value? old, Value? value)
    {
        var nameSize = Encoding.UTF8.GetByteCount(name);
        itemSize += (value is null ? 0 : nameSize + value.Size) - (old is null ? 0 : nameSize + old.Size);
        if (old is not null)
        {
            var place = PlaceOf(name);
            attributes[place] = value is null ? default : new Attribute(0, 0, 0, name, value);
            if (value is null)
                free.Push(place);
        }
        else if (value is not null)
        {
            var added = new Attribute(0, 0, 0, name, value);
            if (free.TryPop(out var place))
                attributes[place] = added;
            else
                attributes.Add(added);
        }
    }

    /// <summary>The item with the changes.</summary>
    public MapValue ToMap()
    {
        using var output = WireBuffer.Rent(wire.Length);
        var separator = "{"u8;
        foreach (var attribute in attributes)
        {
            if (attribute.IsRemoved)
                continue;

            output.Write(separator);
            separator = ","u8;
            if (attribute.Value is null)
            {
                output.Write(wire.Span[attribute.Start..attribute.End]);
                continue;
            }

            output.Write("\""u8);
            WireText.Write(output, attribute.Name!);
            output.Write("\":"u8);
            WireWriter.Write(output, attribute.Value);
        }

        output.Write(separator is [(byte)'{'] ? "{}"u8 : "}"u8);
        return new MapValue(output.WrittenSpan.ToArray(), itemSize);
    }

    private int PlaceOf(string name)
    {
        using var escaped = WireBuffer.Rent();
        WireText.Write(escaped, name);
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            if (attribute.Value is null && !attribute.IsRemoved
                && wire.Span[(attribute.Start + 1)..attribute.NameEnd].SequenceEqual(escaped.WrittenSpan))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The item has no attribute {name}.");
    }

    /// <summary>Bytes of the item, or a new value.</summary>
    private readonly record struct Attribute(int Start, int NameEnd, int End, string? Name, Value? Value)
    {
        /// <summary>Whether it is neither.</summary>
        public bool IsRemoved => End == 0 && Value is null;
    }
}
