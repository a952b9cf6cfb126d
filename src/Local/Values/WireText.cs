using System.Buffers;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// The content of JSON strings in the form in which items are kept: UTF-8 that escapes only what JSON demands, so that equal strings have
/// equal bytes.
/// </summary>
internal static class WireText
{
    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';
    private const int UnitLength = 5;
    private const int MaxStack = 512;
    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(static value => (byte)value), Quote, Backslash]);

    /// <summary>Writes a text, escaped and without quotes.</summary>
    public static void Write(WireBuffer output, string text)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = null;
        var utf8 = longest <= MaxStack ? stackalloc byte[MaxStack] : rented = ArrayPool<byte>.Shared.Rent(longest);
        Write(output, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Writes a text in UTF-8, escaped and without quotes.</summary>
    public static void Write(WireBuffer output, ReadOnlySpan<byte> utf8)
    {
        while (true)
        {
            var next = utf8.IndexOfAny(Escaped);
            if (next < 0)
                break;

            output.Write(utf8[..next]);
            WriteEscape(output, utf8[next]);
            utf8 = utf8[(next + 1)..];
        }

        output.Write(utf8);
    }

    /// <summary>Whether a text in UTF-8 has characters that a string must escape.</summary>
    public static bool NeedsEscape(ReadOnlySpan<byte> utf8) => utf8.ContainsAny(Escaped);

    /// <summary>Whether a kept string has escapes.</summary>
    public static bool HasEscapes(ReadOnlySpan<byte> content) => content.Contains(Backslash);

    /// <summary>A text, escaped and without quotes.</summary>
    public static byte[] Escape(string text)
    {
        using var output = WireBuffer.Rent();
        Write(output, text);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The text of a kept string.</summary>
    public static string Read(ReadOnlySpan<byte> content)
    {
        if (!HasEscapes(content))
            return Encoding.UTF8.GetString(content);

        var rented = ArrayPool<byte>.Shared.Rent(content.Length);
        TryUnescape(content, rented, out var length);
        var text = Encoding.UTF8.GetString(rented, 0, length);
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    /// <summary>The place of the quote that ends a string.</summary>
    /// <param name="json">JSON.</param>
    /// <param name="place">A place in the string's content, not behind a backslash.</param>
    public static int EndOf(ReadOnlySpan<byte> json, int place)
    {
        while (true)
        {
            place += json[place..].IndexOfAny(Quote, Backslash);
            if (json[place] == Quote)
                return place;
            place += 2;
        }
    }

    /// <summary>Finds the next byte that does not stand for itself in a string: a quote, a backslash or a control character.</summary>
    public static bool TryFindSpecial(ReadOnlySpan<byte> json, ref int place)
    {
        if (place > json.Length)
            return false;

        var next = json[place..].IndexOfAny(Escaped);
        place += next;
        return next >= 0;
    }

    /// <summary>Replaces the escapes of a JSON string's content, of any kind.</summary>
    /// <param name="content">The content of a JSON string.</param>
    /// <param name="utf8">Where to write the text. It is at most as long as the content.</param>
    /// <param name="length">The length of the text in bytes.</param>
    /// <returns>False for half a surrogate pair, and for what is not an escape.</returns>
    public static bool TryUnescape(ReadOnlySpan<byte> content, Span<byte> utf8, out int length)
    {
        length = 0;
        while (true)
        {
            var next = content.IndexOf(Backslash);
            var plain = next < 0 ? content : content[..next];
            plain.CopyTo(utf8[length..]);
            length += plain.Length;
            if (next < 0)
                return true;

            content = content[(next + 1)..];
            if (content is [(byte)'u', ..])
            {
                if (!TryReadRune(ref content, out var rune))
                    return false;
                length += rune.EncodeToUtf8(utf8[length..]);
            }
            else if (content is [var letter, ..] && Unescape(letter) is var value and not 0)
            {
                utf8[length++] = value;
                content = content[1..];
            }
            else
            {
                return false;
            }
        }
    }

    private static bool TryReadRune(ref ReadOnlySpan<byte> content, out Rune rune)
    {
        rune = default;
        if (!TryReadUnit(content, out var first))
            return false;

        content = content[UnitLength..];
        if (Rune.TryCreate(first, out rune))
            return true;
        if (content is not [Backslash, ..] || !TryReadUnit(content[1..], out var second) || !Rune.TryCreate(first, second, out rune))
            return false;

        content = content[(UnitLength + 1)..];
        return true;
    }

    // A 'u' and four hexadecimal digits.
    private static bool TryReadUnit(ReadOnlySpan<byte> escape, out char unit)
    {
        unit = default;
        if (escape.Length < UnitLength || escape[0] != 'u')
            return false;

        foreach (var digit in escape[1..UnitLength])
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return false;
            unit = (char)((unit << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10));
        }

        return true;
    }

    // Zero for what does not follow a backslash.
    private static byte Unescape(byte letter) => letter switch
    {
        (byte)'b' => 0x08,
        (byte)'t' => 0x09,
        (byte)'n' => 0x0A,
        (byte)'f' => 0x0C,
        (byte)'r' => 0x0D,
        Quote or Backslash or (byte)'/' => letter,
        _ => 0,
    };

    private static void WriteEscape(WireBuffer output, byte value)
    {
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        switch (value)
        {
            case Quote:
                output.Write("\\\""u8);
                break;
            case Backslash:
                output.Write("\\\\"u8);
                break;
            case (byte)'\n':
                output.Write("\\n"u8);
                break;
            case (byte)'\r':
                output.Write("\\r"u8);
                break;
            case (byte)'\t':
                output.Write("\\t"u8);
                break;
            default:
                output.Write([Backslash, (byte)'u', (byte)'0', (byte)'0', digits[value >> 4], digits[value & 15]]);
                break;
        }
    }
}
