using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// Builds the byte strings that items are stored under. Comparing them byte by byte gives DynamoDB's order; every value ends by itself, so
/// that values can stand one behind the other.
/// </summary>
internal ref struct KeyBuilder
{
    /// <summary>How many bytes at the front hold a partition's hash.</summary>
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

    /// <summary>Leaves room for the hash of what comes next.</summary>
    public void BeginPartition() => Grow(HashLength).Clear();

    /// <summary>Writes the hash of everything since <see cref="BeginPartition"/> in front of it, so that partitions spread evenly and stay together.</summary>
    public readonly void EndPartition() =>
        BinaryPrimitives.WriteUInt64BigEndian(buffer, KeyHash.Of(buffer[HashLength..length]));

    /// <summary>Appends a string, number or binary.</summary>
    public void Append(Value value)
    {
        AppendOpen(value);
        if (value is not NumberValue)
        {
            Append(0);
            Append(Terminator);
        }
    }

    /// <summary>Appends a string or binary without its end: the beginning of everything that begins with it.</summary>
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
                AppendNumber(number.Number);
                break;
            default:
                throw new InvalidOperationException($"A value of type {value.Kind} cannot be part of a key.");
        }
    }

    /// <summary>Appends bytes as they are.</summary>
    public void AppendRaw(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Grow(bytes.Length));

    /// <summary>What was built, and the end of the builder.</summary>
    public byte[] Finish()
    {
        var key = buffer[..length].ToArray();
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        this = default;
        return key;
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

    // A sign, the power of ten, then two digits a byte from the front, each byte one more than the digits so that the zero at the end is
    // below all of them. Everything is turned around below zero.
    private void AppendNumber(DynamoNumber number)
    {
        if (number.IsZero)
        {
            Append(Zero);
            return;
        }

        var flip = number.IsNegative ? (byte)0xFF : (byte)0;
        Append(number.IsNegative ? Negative : Positive);
        Append((byte)((number.Magnitude - DynamoNumber.SmallestMagnitude) ^ flip));

        var digits = number.Digits;
        var fraction = number.Coefficient * NumberDigits.Power(DynamoNumber.MostDigits - digits);
        for (var pair = 0; pair < digits; pair += 2)
        {
            var divisor = NumberDigits.Power(DynamoNumber.MostDigits - 2 - pair);
            var (two, rest) = UInt128.DivRem(fraction, divisor);
            fraction = rest;
            Append((byte)(((byte)two + 1) ^ flip));
        }

        Append(flip);
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
