using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace DynamoToolkit.Wire;

/// <summary>Reads and writes the content of JSON strings.</summary>
internal static class JsonText
{
    /// <summary>The bytes that end a run of plain bytes in a JSON string: the quote, the backslash and control characters.</summary>
    public static readonly SearchValues<byte> Stops = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"u8
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\"u8);

    /// <summary>
    /// Copies text up to its first character that is not ASCII or that JSON escapes. Most attributes need only this one pass.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Room for as many bytes as the text has characters. Bytes after the copied ones may be overwritten.</param>
    /// <returns>The number of characters copied.</returns>
    public static int CopyPlain(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var position = 0;
        if (Vector128.IsHardwareAccelerated && text.Length >= Vector128<byte>.Count)
        {
            // The last block overlaps the one before it if the length is not a multiple of a block.
            for (var last = text.Length - Vector128<byte>.Count; ; position = Math.Min(position + Vector128<byte>.Count, last))
            {
                var stops = CopyBlock(text.Slice(position, Vector128<byte>.Count), destination[position..]);
                if (stops != 0)
                    return position + BitOperations.TrailingZeroCount(stops);
                if (position == last)
                    return text.Length;
            }
        }

        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character is < ' ' or '"' or '\\' or > '~')
                break;

            destination[position] = (byte)character;
        }

        return position;
    }

    /// <summary>Replaces escapes with the characters that they stand for.</summary>
    /// <param name="raw">The content of a JSON string, without quotes.</param>
    /// <param name="destination">Room for as many bytes; no escape is shorter than its character.</param>
    /// <returns>The number of bytes, or -1 if an escape is invalid.</returns>
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

    /// <summary>The character that a one-letter escape stands for, or 0 if the letter is not an escape.</summary>
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
    /// <returns>The code unit, or -1 if they are not hexadecimal digits.</returns>
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

    /// <summary>Copies one vector of characters.</summary>
    /// <returns>One bit for each character that is not plain.</returns>
    private static uint CopyBlock(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var low = Vector128.Create(units);
        var high = Vector128.Create(units[Vector128<ushort>.Count..]);

        // Narrowing drops the upper byte, so non-ASCII characters first become 0, a control character.
        var most = Vector128.Create((ushort)'~');
        var bytes = Vector128.Narrow(low & Vector128.LessThanOrEqual(low, most), high & Vector128.LessThanOrEqual(high, most));
        bytes.CopyTo(destination);
        var stops = Vector128.LessThan(bytes, Vector128.Create((byte)' '))
            | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
        return stops.ExtractMostSignificantBits();
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
