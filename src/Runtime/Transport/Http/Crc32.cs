using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DynamoToolkit.Transport.Http;

/// <summary>
/// The checksum that DynamoDB sends with each answer (IEEE 802.3, reflected); the base class library has it only in a package of its own.
/// Sixty-four bytes at a time by carry-less multiplication where the processor has it, else eight at a time through eight tables.
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;
    private const int FoldedBlock = 64;

    private static readonly uint[] Tables = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes) =>
        Pclmulqdq.IsSupported && bytes.Length >= FoldedBlock ? OfFolded(bytes) : OfTables(bytes);

    /// <summary>The way without any special instruction.</summary>
    public static uint OfTables(ReadOnlySpan<byte> bytes) => ~Continue(uint.MaxValue, bytes);

    /// <summary>
    /// Replaces the bytes by ever fewer that leave the same remainder when divided by the polynomial: a block's 128-bit lanes are multiplied by the
    /// remainders of the powers that they are moved over, and added to the next block. (Gopal et al., "Fast CRC Computation for Generic
    /// Polynomials Using PCLMULQDQ Instruction".) The last sixteen and what remains go through the tables.
    /// </summary>
    private static uint OfFolded(ReadOnlySpan<byte> bytes)
    {
        var overFour = Vector128.Create(0x154442BD4UL, 0x1C6E41596UL);
        var overOne = Vector128.Create(0x1751997D0UL, 0x0CCAA009EUL);
        var first = Lane(bytes, 0) ^ Vector128.CreateScalar((ulong)uint.MaxValue);
        var second = Lane(bytes, 1);
        var third = Lane(bytes, 2);
        var fourth = Lane(bytes, 3);
        for (bytes = bytes[FoldedBlock..]; bytes.Length >= FoldedBlock; bytes = bytes[FoldedBlock..])
        {
            first = Fold(first, overFour) ^ Lane(bytes, 0);
            second = Fold(second, overFour) ^ Lane(bytes, 1);
            third = Fold(third, overFour) ^ Lane(bytes, 2);
            fourth = Fold(fourth, overFour) ^ Lane(bytes, 3);
        }

        second ^= Fold(first, overOne);
        third ^= Fold(second, overOne);
        fourth ^= Fold(third, overOne);

        Span<byte> last = stackalloc byte[Vector128<byte>.Count];
        fourth.AsByte().CopyTo(last);
        return ~Continue(Continue(0, last), bytes);
    }

    private static Vector128<ulong> Fold(Vector128<ulong> lane, Vector128<ulong> powers) =>
        Pclmulqdq.CarrylessMultiply(lane, powers, 0x00) ^ Pclmulqdq.CarrylessMultiply(lane, powers, 0x11);

    private static Vector128<ulong> Lane(ReadOnlySpan<byte> bytes, int index) =>
        Vector128.Create(bytes.Slice(index * Vector128<byte>.Count, Vector128<byte>.Count)).AsUInt64();

    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables.AsSpan(0, Slices * 256);
        while (bytes.Length >= Slices)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = tables[(7 * 256) + (int)(low & 255)]
                ^ tables[(6 * 256) + (int)((low >> 8) & 255)]
                ^ tables[(5 * 256) + (int)((low >> 16) & 255)]
                ^ tables[(4 * 256) + (int)(low >> 24)]
                ^ tables[(3 * 256) + (int)(high & 255)]
                ^ tables[(2 * 256) + (int)((high >> 8) & 255)]
                ^ tables[256 + (int)((high >> 16) & 255)]
                ^ tables[(int)(high >> 24)];
            bytes = bytes[Slices..];
        }

        foreach (var value in bytes)
            crc = tables[(int)((crc ^ value) & 255)] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeTables()
    {
        var tables = new uint[Slices * 256];
        for (var i = 0; i < 256; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            tables[i] = crc;
        }

        for (var i = 256; i < tables.Length; i++)
            tables[i] = tables[tables[i - 256] & 255] ^ (tables[i - 256] >> 8);
        return tables;
    }
}
