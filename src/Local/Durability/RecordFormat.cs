using System.Buffers.Binary;
using System.Numerics;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// The format of records in logs and snapshots. A record is a header (the payload's length, its checksum, and a checksum of these two), the
/// payload, and an end mark. The header's own checksum vouches for the length, so that a reader can skip a payload that is damaged.
/// </summary>
internal static class RecordFormat
{
    /// <summary>The length of a header in bytes.</summary>
    public const int HeaderLength = 12;

    /// <summary>The beginning of every file: its kind and the version of this format.</summary>
    public static ReadOnlySpan<byte> FileMark => "DTKDATA2"u8;

    /// <summary>The last byte of a record. It is not zero, because zeros fill a block that the disk did not write.</summary>
    public const byte EndMark = 0xE5;

    /// <summary>Writes a record.</summary>
    public static void WriteRecord(BinaryOutput output, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(payload));
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Checksum(header[..8]));
        output.WriteRaw(header);
        output.WriteRaw(payload);
        output.WriteByte(EndMark);
    }

    /// <summary>Reads a header. Returns false if its checksum is wrong.</summary>
    public static bool TryReadHeader(ReadOnlySpan<byte> header, out uint length, out uint checksum)
    {
        length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        checksum = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) == Checksum(header[..8]);
    }

    /// <summary>The checksum: CRC-32C.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
