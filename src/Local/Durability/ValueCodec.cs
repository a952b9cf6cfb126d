using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Durability;

/// <summary>Items and keys to and from bytes: the size as DynamoDB counts it, then the JSON in which tables hold items.</summary>
internal static class ValueCodec
{
    /// <summary>Writes an item or a key.</summary>
    public static void WriteMap(BinaryOutput output, MapValue map)
    {
        using var scratch = WireBuffer.Rent();
        output.WriteNumber((uint)map.ItemSize);
        output.WriteBytes(map.ToWire(scratch));
    }

    /// <summary>Reads an item or a key. It refers to the input.</summary>
    public static MapValue ReadMap(ref BinaryInput input)
    {
        var size = input.ReadNumber();
        return new MapValue(input.ReadMemory(), (int)size);
    }

    /// <summary>Reads an item or a key that is independent of the input.</summary>
    public static MapValue ReadOwnMap(ref BinaryInput input)
    {
        var size = input.ReadNumber();
        return new MapValue(input.ReadBytes().ToArray(), (int)size);
    }
}
