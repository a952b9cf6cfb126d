using System.Buffers.Binary;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// The bytes that are an item at rest: its size as DynamoDB counts it, its key as tables sort it, and its packed DynamoDB JSON
/// (<see cref="WirePacking"/>). A single array, because objects around it would take as much memory as the item.
/// </summary>
internal readonly struct ItemBlock : IKeyOf<byte[]>
{
    private const int KeyLengthPlace = sizeof(int);
    private const int KeyPlace = KeyLengthPlace + sizeof(ushort);

    /// <summary>The key of an item.</summary>
    public static ReadOnlySpan<byte> Of(byte[] block) => block.AsSpan(KeyPlace, KeyLength(block));

    /// <summary>The head of the key of an item.</summary>
    public static ulong HeadOf(byte[] block) => TreeNode.HeadOf(Of(block));

    /// <summary>Makes the block of an item.</summary>
    public static byte[] Create(ReadOnlySpan<byte> key, MapValue item)
    {
        using var scratch = WireBuffer.Rent();
        return Create(key, item.ToWire(scratch), item.ItemSize);
    }

    /// <summary>Makes the block of an item.</summary>
    /// <param name="key">The key as tables sort it.</param>
    /// <param name="wire">The DynamoDB JSON of the item, as tables hold it.</param>
    /// <param name="size">The size of the item as DynamoDB counts it.</param>
    public static byte[] Create(ReadOnlySpan<byte> key, ReadOnlySpan<byte> wire, int size)
    {
        using var output = WireBuffer.Rent(WirePacking.MaxLength(wire.Length));
        output.Advance(WirePacking.Pack(WireFragments.Shared, wire, output.GetSpan(WirePacking.MaxLength(wire.Length))));
        var packed = output.WrittenSpan;

        var block = GC.AllocateUninitializedArray<byte>(KeyPlace + key.Length + packed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(block, size);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(KeyLengthPlace), checked((ushort)key.Length));
        key.CopyTo(block.AsSpan(KeyPlace));
        packed.CopyTo(block.AsSpan(KeyPlace + key.Length));
        return block;
    }

    /// <summary>The item of a block.</summary>
    public static MapValue Read(byte[] block) =>
        new(block.AsMemory(KeyPlace + KeyLength(block)), SizeOf(block), isPacked: true);

    /// <summary>Writes the DynamoDB JSON of a block's item.</summary>
    public static void WriteTo(byte[] block, WireBuffer output) =>
        WirePacking.Unpack(WireFragments.Shared, block.AsSpan(KeyPlace + KeyLength(block)), output);

    /// <summary>The block of the same item in this process.</summary>
    /// <param name="block">A block of another process.</param>
    /// <param name="fragments">The fragments of that process.</param>
    public static byte[] Repack(byte[] block, WireFragments fragments)
    {
        using var wire = WireBuffer.Rent();
        WirePacking.Unpack(fragments, block.AsSpan(KeyPlace + KeyLength(block)), wire);
        return Create(Of(block), wire.WrittenSpan, SizeOf(block));
    }

    /// <summary>Whether bytes are long enough to be a block, as their beginning says.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes) => bytes.Length > KeyPlace && bytes.Length > KeyPlace + KeyLength(bytes);

    /// <summary>The size of an item as DynamoDB counts it.</summary>
    public static int SizeOf(byte[] block) => BinaryPrimitives.ReadInt32LittleEndian(block);

    private static int KeyLength(ReadOnlySpan<byte> block) => BinaryPrimitives.ReadUInt16LittleEndian(block[KeyLengthPlace..]);
}
