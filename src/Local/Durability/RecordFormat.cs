using System.Buffers.Binary;
using System.Numerics;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// The form of records, in logs and snapshots. A record is a header (the payload's length, its checksum, and a checksum of these two), the
/// payload, and an end mark. With a checksum of its own the header is believed before the payload is there, so that a record that was being
/// written when the process ended, which is a beginning of a record, is told from one that was damaged later.
/// </summary>
internal static class RecordFormat
{
    /// <summary>The bytes of a header.</summary>
    public const int HeaderLength = 12;

    /// <summary>What a file begins with: its kind and the version of this format.</summary>
    public static ReadOnlySpan<byte> FileMark => "DTKDATA1"u8;

    /// <summary>The last byte of a record. It is not zero, as the bytes of a block are that a disk never got to.</summary>
    public const byte EndMark = 0xE5;

    /// <summary>Writes the header of a payload.</summary>
    public static void WriteHeader(Span<byte> header, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(payload));
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Checksum(header[..8]));
    }

    /// <summary>Reads a header; false when its checksum is wrong.</summary>
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
