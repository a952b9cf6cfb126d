using System.Buffers.Binary;
using System.Text;

namespace TrackingStore.History;

/// <summary>Reads what <see cref="HistoryBytes"/> writes, and refuses all else.</summary>
internal ref struct HistoryReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> rest;

    /// <summary>Checks format and checksum.</summary>
    /// <exception cref="DamagedHistoryException">The bytes are not of the format, or were changed.</exception>
    public HistoryReader(ReadOnlySpan<byte> bytes, HistoryFormat format)
    {
        if (bytes.Length < 1 + HistoryBytes.ChecksumLength) throw Damaged("is cut off");
        if (bytes[0] != (byte)format)
        {
            throw new DamagedHistoryException(
                $"The history begins with the byte 0x{bytes[0]:x2} and not with 0x{(byte)format:x2}. " +
                "A newer version of the server may have written it: use that version, or restore a backup.");
        }

        var content = bytes[..^HistoryBytes.ChecksumLength];
        if (HistoryBytes.Checksum(content) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[content.Length..]))
            throw Damaged("does not have the checksum that it was written with");

        rest = content[1..];
    }

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => rest.Length;

    /// <summary>The error of stored history that is not what the server writes.</summary>
    public static DamagedHistoryException Damaged(string what) => new($"The history {what}. Restore it from a backup.");

    /// <summary>Reads a number.</summary>
    public ulong Number()
    {
        const int bits = 7;
        const int more = 1 << bits;
        var number = 0UL;
        for (var shift = 0; ; shift += bits)
        {
            var one = Take(1)[0];
            // The tenth byte has one bit, and a last byte of zero would be a longer form of a shorter number.
            if (shift == 63 && one > 1 || one == 0 && shift > 0) throw Damaged("has a number that is too long");
            number |= (ulong)(one & (more - 1)) << shift;
            if (one < more) return number;
        }
    }

    /// <summary>Reads a number of things that take at least some bytes each.</summary>
    public int Count(int minBytes)
    {
        var count = Number();
        if (count == 0 || count > (ulong)(Left / minBytes)) throw Damaged($"has no room for the {count} parts that it names");
        return (int)count;
    }

    /// <summary>Reads a number that may be negative.</summary>
    public long Signed()
    {
        var number = Number();
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    /// <summary>Reads a double.</summary>
    /// <param name="previous">The bits of the one before, and then of this one.</param>
    public double Double(ref ulong previous)
    {
        var control = Take(1)[0];
        if (control != HistoryBytes.SameDouble)
        {
            var (leading, trailing) = (control >> 4, control & 15);
            var length = sizeof(ulong) - leading - trailing;
            if (length < 1) throw Damaged("has a value of an unknown form");
            var bytes = Take(length);
            if (bytes[0] == 0 || bytes[^1] == 0) throw Damaged("has a value that is too long");
            var difference = 0UL;
            for (var i = length - 1; i >= 0; i--) difference = (difference << 8) | bytes[i];
            previous ^= difference << (8 * trailing);
        }

        return BitConverter.UInt64BitsToDouble(previous);
    }

    /// <summary>Reads a text.</summary>
    public string Text()
    {
        try
        {
            return Strict.GetString(Take(Count(1)));
        }
        catch (DecoderFallbackException)
        {
            throw Damaged("has a name that is not text");
        }
    }

    /// <summary>Reads a place.</summary>
    public HistoryPlace Place() => new(Part(), Part(), Part());

    /// <summary>Ends the reading.</summary>
    /// <exception cref="DamagedHistoryException">There is more.</exception>
    public readonly void End()
    {
        if (!rest.IsEmpty) throw Damaged($"has {rest.Length} bytes more than its parts");
    }

    private ulong Part() => BinaryPrimitives.ReadUInt64BigEndian(Take(sizeof(ulong)));

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > rest.Length) throw Damaged("is cut off");
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
