using System.Text;

namespace DynamoToolkit.Local.Durability;

/// <summary>Reads the output of <see cref="BinaryOutput"/>.</summary>
internal struct BinaryInput(ReadOnlyMemory<byte> bytes)
{
    private ReadOnlyMemory<byte> rest = bytes;

    /// <summary>Whether there is more to read.</summary>
    public readonly bool HasMore => !rest.IsEmpty;

    public byte ReadByte() => Take(1)[0];

    public UInt128 ReadNumber()
    {
        UInt128 value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte();
            value |= (UInt128)(next & 0x7Fu) << shift;
            if (next < 0x80)
                return value;
            if (shift > 126)
                throw new InvalidDataException("A number has too many bytes.");
        }
    }

    public DateTimeOffset ReadTime() => new((long)ReadNumber(), TimeSpan.Zero);

    /// <summary>Reads the count of elements that have at least one byte each.</summary>
    public int ReadCount()
    {
        var count = ReadNumber();
        return count <= (uint)rest.Length ? (int)count : throw new InvalidDataException("A length goes beyond the record.");
    }

    public ReadOnlySpan<byte> ReadBytes() => Take(ReadCount());

    /// <summary>Reads a byte string without a copy.</summary>
    public ReadOnlyMemory<byte> ReadMemory()
    {
        var count = ReadCount();
        var start = rest;
        Take(count);
        return start[..count];
    }

    public string ReadText() => Encoding.UTF8.GetString(ReadBytes());

    /// <summary>Reads a text. Makes no string if it is the likely one.</summary>
    public string ReadText(string likely)
    {
        var bytes = ReadBytes();
        return Ascii.Equals(bytes, likely) ? likely : Encoding.UTF8.GetString(bytes);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
            throw new InvalidDataException("The record ends too early.");

        var taken = rest[..count];
        rest = rest[count..];
        return taken.Span;
    }
}
