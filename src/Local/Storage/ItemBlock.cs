using System.Buffers.Binary;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// The bytes that are an item at rest: its size as DynamoDB counts it, its key as tables sort it, and its DynamoDB JSON, which answers copy
/// and logs keep. A single array, because objects around it would take as much memory as the item.
/// </summary>
internal readonly struct ItemBlock : IKeyOf<byte[]>
{
    private const int KeyLengthPlace = sizeof(int);
    private const int KeyPlace = KeyLengthPlace + sizeof(ushort);

    /// <summary>The key of an item.</summary>
    public static ReadOnlySpan<byte> Of(byte[] block) => block.AsSpan(KeyPlace, KeyLength(block));

    /// <summary>Makes the block of an item.</summary>
    public static byte[] Create(ReadOnlySpan<byte> key, MapValue item)
    {
        if (item.IsWire)
            return Create(key, item.ItemSize, item.Wire);

        using var wire = WireBuffer.Rent();
        WireWriter.WriteMap(wire, item);
        return Create(key, item.ItemSize, wire.WrittenSpan);
    }

    /// <summary>The item of a block.</summary>
    public static MapValue Read(byte[] block) =>
        new(block.AsMemory(KeyPlace + KeyLength(block)), SizeOf(block));

    /// <summary>The size of an item as DynamoDB counts it.</summary>
    public static int SizeOf(byte[] block) => BinaryPrimitives.ReadInt32LittleEndian(block);

    private static byte[] Create(ReadOnlySpan<byte> key, int size, ReadOnlySpan<byte> wire)
    {
        var block = GC.AllocateUninitializedArray<byte>(KeyPlace + key.Length + wire.Length);
        BinaryPrimitives.WriteInt32LittleEndian(block, size);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(KeyLengthPlace), checked((ushort)key.Length));
        key.CopyTo(block.AsSpan(KeyPlace));
        wire.CopyTo(block.AsSpan(KeyPlace + key.Length));
        return block;
    }

    private static int KeyLength(byte[] block) => BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(KeyLengthPlace));
}
