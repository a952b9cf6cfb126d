using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// Builds the byte strings under which items are stored. Their byte order is DynamoDB's order. Every value has its own end, so that values
/// can follow one another.
/// </summary>
internal ref struct KeyBuilder
{
    /// <summary>The number of bytes of a partition's hash, which comes first.</summary>
    public const int HashLength = 8;

    private const byte Escape = 0xFF;
    private const byte Terminator = 0x01;
    private const byte Positive = 0xC0;
    private const byte Zero = 0x80;
    private const byte Negative = 0x40;

    private Span<byte> buffer;
    private byte[]? rented;
    private int length;

    public KeyBuilder(Span<byte> initial) => buffer = initial;

    /// <summary>What has been built so far.</summary>
    public readonly ReadOnlySpan<byte> Written => buffer[..length];

    /// <summary>Reserves room for the hash of the values that follow.</summary>
    public void BeginPartition() => Grow(HashLength).Clear();

    /// <summary>
    /// Writes the hash of the values since <see cref="BeginPartition"/> before them, so that partitions spread evenly and their items stay
    /// together.
    /// </summary>
    public readonly void EndPartition() =>
        BinaryPrimitives.WriteUInt64BigEndian(buffer, KeyHash.Of(buffer[HashLength..length]));

    /// <summary>Appends a string, number or binary.</summary>
    public void Append(Value value)
    {
        AppendOpen(value);
        if (value is not NumberValue)
            AppendEnd();
    }

    /// <summary>Appends a string.</summary>
    public void AppendString(scoped ReadOnlySpan<byte> utf8)
    {
        AppendEscaped(utf8);
        AppendEnd();
    }

    /// <summary>Appends a value without its end: for strings and binaries, a prefix of all values that begin with it.</summary>
    public void AppendOpen(Value value)
    {
        switch (value)
        {
            case StringValue text:
                AppendText(text.Text);
                break;
            case BinaryValue binary:
                AppendEscaped(binary.Bytes);
                break;
            case NumberValue number:
                Span<byte> plain = stackalloc byte[NumberText.MaxPlainLength];
                AppendNumber(plain[..Encoding.ASCII.GetBytes(number.Number.ToString(), plain)]);
                break;
            default:
                throw new InvalidOperationException($"A value of type {value.Kind} cannot be part of a key.");
        }
    }

    /// <summary>Appends a number in plain notation (<see cref="NumberText.Format"/>).</summary>
    // A sign, the power of ten, then one byte for every two digits from the front. Each byte is the digits plus one, so that the final zero
    // is lower than all of them. A negative number has all its bytes inverted.
    public void AppendNumber(scoped ReadOnlySpan<byte> plain)
    {
        if (plain is [(byte)'0'])
        {
            Append(Zero);
            return;
        }

        var isNegative = plain[0] == '-';
        var flip = isNegative ? (byte)0xFF : (byte)0;
        plain = isNegative ? plain[1..] : plain;
        Append(isNegative ? Negative : Positive);

        // The digits from the first to the last that is not zero.
        var (first, last) = (plain.IndexOfAnyExcept((byte)'0', (byte)'.'), plain.LastIndexOfAnyExcept((byte)'0', (byte)'.'));
        var whole = plain.IndexOf((byte)'.') is var point and >= 0 ? point : plain.Length;
        var magnitude = first < whole ? whole - 1 - first : whole - first;
        Append((byte)((magnitude - DynamoNumber.MinMagnitude) ^ flip));

        var tens = -1;
        foreach (var digit in plain[first..(last + 1)])
        {
            if (digit == '.')
                continue;

            if (tens < 0)
            {
                tens = (digit - '0') * 10;
                continue;
            }

            Append((byte)((tens + digit - '0' + 1) ^ flip));
            tens = -1;
        }

        if (tens >= 0)
            Append((byte)((tens + 1) ^ flip));
        Append(flip);
    }

    /// <summary>Appends bytes unchanged.</summary>
    public void AppendRaw(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Grow(bytes.Length));

    /// <summary>Returns the key. The builder must not be used afterwards.</summary>
    public byte[] Finish()
    {
        var key = Written.ToArray();
        Dispose();
        return key;
    }

    /// <summary>Gives up what has been built, or follows <see cref="Finish"/>. The builder must not be used afterwards.</summary>
    public void Dispose()
    {
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        this = default;
    }

    private void AppendEnd()
    {
        Append(0);
        Append(Terminator);
    }

    private void AppendText(string text)
    {
        if (text.Length <= 256)
        {
            Span<byte> utf8 = stackalloc byte[768];
            AppendEscaped(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        }
        else
        {
            AppendEscaped(Encoding.UTF8.GetBytes(text));
        }
    }

    private void AppendEscaped(scoped ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var zero = bytes.IndexOf((byte)0);
            if (zero < 0)
                break;

            AppendRaw(bytes[..(zero + 1)]);
            Append(Escape);
            bytes = bytes[(zero + 1)..];
        }

        AppendRaw(bytes);
    }

    private void Append(byte value) => Grow(1)[0] = value;

    private Span<byte> Grow(int count)
    {
        if (length + count > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length + count, buffer.Length * 2));
            buffer[..length].CopyTo(larger);
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
            buffer = rented = larger;
        }

        length += count;
        return buffer.Slice(length - count, count);
    }
}
