using System.Text;

namespace DynamoToolkit.Local.Durability;

/// <summary>Reads the output of <see cref="BinaryOutput"/>.</summary>
internal ref struct BinaryInput(ReadOnlyMemory<byte> bytes)
{
    private readonly ReadOnlyMemory<byte> bytes = bytes;
    private readonly ReadOnlySpan<byte> span = bytes.Span;
    private int place;

    /// <summary>Whether there is more to read.</summary>
    public readonly bool HasMore => place < span.Length;

    public byte ReadByte() => HasMore ? span[place++] : throw EndsTooEarly();

    public ulong ReadNumber()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte();
            value |= (next & 0x7FUL) << shift;
            if (next < 0x80)
                return value;
            if (shift > 56)
                throw new InvalidDataException("A number has too many bytes.");
        }
    }

    public DateTimeOffset ReadTime() => new((long)ReadNumber(), TimeSpan.Zero);

    /// <summary>Reads the count of elements that have at least one byte each.</summary>
    public int ReadCount()
    {
        var count = ReadNumber();
        return count <= (uint)(span.Length - place) ? (int)count : throw new InvalidDataException("A length goes beyond the record.");
    }

    public ReadOnlySpan<byte> ReadBytes() => Take(ReadCount());

    /// <summary>Reads a byte string without a copy.</summary>
    public ReadOnlyMemory<byte> ReadMemory()
    {
        var count = ReadCount();
        Take(count);
        return bytes.Slice(place - count, count);
    }

    /// <summary>Reads everything that is left, without a copy.</summary>
    public ReadOnlyMemory<byte> ReadRest()
    {
        var rest = bytes[place..];
        place = span.Length;
        return rest;
    }

    public string ReadText() => Encoding.UTF8.GetString(ReadBytes());

    /// <summary>Reads a text. Makes no string if it is the likely one.</summary>
    public string ReadText(string likely)
    {
        var text = ReadBytes();
        return Ascii.Equals(text, likely) ? likely : Encoding.UTF8.GetString(text);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > span.Length - place)
            throw EndsTooEarly();

        place += count;
        return span.Slice(place - count, count);
    }

    private static InvalidDataException EndsTooEarly() => new("The record ends too early.");
}
