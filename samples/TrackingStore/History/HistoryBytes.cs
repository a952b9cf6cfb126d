using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TrackingStore.History;

/// <summary>
/// Writes history in few bytes: a byte for the format, numbers of variable length, doubles as what differs from the one before, and a
/// checksum at the end.
/// </summary>
internal sealed class HistoryBytes
{
    /// <summary>The length of the checksum.</summary>
    public const int ChecksumLength = sizeof(uint);

    /// <summary>The byte of a double that equals the one before.</summary>
    public const byte SameDouble = sizeof(ulong) << 4;

    private byte[] buffer = new byte[512];

    /// <summary>Begins something of a format.</summary>
    public HistoryBytes(HistoryFormat format) => buffer[Length++] = (byte)format;

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>The checksum of bytes, CRC-32C. It finds every change of up to 32 bits in a row.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }

    /// <summary>Writes a number, seven bits in each byte, the lowest first.</summary>
    public void Number(ulong number)
    {
        const int bits = 7;
        const int more = 1 << bits;
        Reserve(10);
        for (; number >= more; number >>= bits) buffer[Length++] = (byte)(number | more);
        buffer[Length++] = (byte)number;
    }

    /// <summary>Writes a number that may be negative; those near zero are short.</summary>
    public void Signed(long number) => Number((ulong)(number << 1) ^ (ulong)(number >> 63));

    /// <summary>
    /// Writes a double: a byte that counts the zero bytes at both ends of what differs from the one before, and the bytes between.
    /// </summary>
    /// <param name="value">The double.</param>
    /// <param name="previous">The bits of the one before, and then of this one.</param>
    public void Double(double value, ref ulong previous)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var difference = bits ^ previous;
        previous = bits;
        Reserve(1 + sizeof(ulong));
        if (difference == 0)
        {
            buffer[Length++] = SameDouble;
            return;
        }

        var leading = BitOperations.LeadingZeroCount(difference) / 8;
        var trailing = BitOperations.TrailingZeroCount(difference) / 8;
        buffer[Length++] = (byte)((leading << 4) | trailing);
        BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(Length), difference >> (8 * trailing));
        Length += sizeof(ulong) - leading - trailing;
    }

    /// <summary>Writes a text with its length.</summary>
    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number((ulong)length);
        Reserve(length);
        Length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(Length));
    }

    /// <summary>Writes a place.</summary>
    public void Place(HistoryPlace place)
    {
        Reserve(3 * sizeof(ulong));
        foreach (var part in (ReadOnlySpan<ulong>)[place.Time, place.Step, place.Value])
        {
            BinaryPrimitives.WriteUInt64BigEndian(buffer.AsSpan(Length), part);
            Length += sizeof(ulong);
        }
    }

    /// <summary>What was written, and its checksum.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length + ChecksumLength];
        buffer.AsSpan(0, Length).CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Length), Checksum(buffer.AsSpan(0, Length)));
        return bytes;
    }

    private void Reserve(int count)
    {
        if (Length + count > buffer.Length) Array.Resize(ref buffer, Math.Max(2 * buffer.Length, Length + count));
    }
}
