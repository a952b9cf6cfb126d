using System.Buffers;
using System.Text;

namespace DynamoToolkit.Wire;

/// <summary>The inside of JSON strings.</summary>
internal static class JsonText
{
    /// <summary>What ends or interrupts a run of plain bytes in a JSON string: the quote, the backslash, and what must not stand there.</summary>
    public static readonly SearchValues<byte> Stops = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\"u8);

    /// <summary>Replaces escapes by what they stand for.</summary>
    /// <param name="raw">The inside of a JSON string.</param>
    /// <param name="destination">Room for as many bytes; no escape is shorter than its character.</param>
    /// <returns>The number of bytes, or -1 where an escape is not valid.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var length = 0;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
                plain = raw.Length;

            raw[..plain].CopyTo(destination[length..]);
            length += plain;
            raw = raw[plain..];
            if (raw.IsEmpty)
                break;
            if (raw.Length < 2)
                return -1;

            if (raw[1] == 'u')
            {
                var used = UnescapeHex(raw, out var rune);
                if (used == 0)
                    return -1;

                length += rune.EncodeToUtf8(destination[length..]);
                raw = raw[used..];
                continue;
            }

            var character = Simple(raw[1]);
            if (character == 0)
                return -1;

            destination[length++] = character;
            raw = raw[2..];
        }

        return length;
    }

    /// <summary>The character that a one-letter escape stands for, or 0 where there is no such escape.</summary>
    public static byte Simple(byte letter) => letter switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => letter,
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => 0,
    };

    /// <summary>Reads the four digits of <c>\u0000</c>.</summary>
    /// <returns>The code unit, or -1 where they are no hexadecimal digits.</returns>
    public static int CodeUnit(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < 6 || raw[0] != '\\' || raw[1] != 'u')
            return -1;

        var unit = 0;
        foreach (var digit in raw.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return -1;

            unit = (unit << 4) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return unit;
    }

    private static int UnescapeHex(ReadOnlySpan<byte> raw, out Rune rune)
    {
        rune = default;
        var unit = CodeUnit(raw);
        if (unit < 0)
            return 0;
        if (Rune.TryCreate(unit, out rune))
            return 6;

        var second = CodeUnit(raw[6..]);
        return second >= 0 && Rune.TryCreate((char)unit, (char)second, out rune) ? 12 : 0;
    }
}
