using System.Globalization;

namespace DynamoToolkit.Wire;

/// <content>Plain JSON around the items: counts, messages, and whatever is skipped.</content>
public ref partial struct ItemReader
{
    private const int MaxJsonDepth = 2 * MaxDepth + 8;

    /// <summary>Reads a JSON string that is not an attribute value.</summary>
    public string ReadJsonString()
    {
        var raw = ReadToken(out var isEscaped, "a string");
        return isEscaped ? DecodeEscaped(raw) : Decode(raw);
    }

    /// <summary>Reads a JSON number that is not an attribute value.</summary>
    public double ReadJsonNumber()
    {
        Peek();
        var start = position;
        SkipNumber();
        var text = span[start..position];
        if (double.TryParse(text, NumberStyle, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;

        position = start;
        throw Malformed("a number");
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public bool ReadJsonBoolean()
    {
        if (Peek() == 't')
        {
            SkipLiteral("true"u8);
            return true;
        }

        SkipLiteral("false"u8);
        return false;
    }

    /// <summary>Consumes <c>null</c> if it is next.</summary>
    /// <returns>Whether it was.</returns>
    public bool TryReadJsonNull()
    {
        if (Peek() != 'n')
            return false;

        SkipLiteral("null"u8);
        return true;
    }

    /// <summary>Skips the next value, an attribute value or other JSON, and checks that it is well formed.</summary>
    public void SkipValue()
    {
        // One bit for each level: 1 for an object, 0 for an array.
        UInt128 levels = 0;
        var level = 0;
        while (true)
        {
            var opened = SkipScalarOrOpen();
            if (opened != 0)
            {
                if (++level > MaxJsonDepth)
                    throw Malformed($"at most {MaxJsonDepth} nested objects and arrays");

                levels = (levels << 1) | (opened == '{' ? UInt128.One : UInt128.Zero);
                if (Peek() == (opened == '{' ? '}' : ']'))
                {
                    position++;
                    levels >>= 1;
                    level--;
                }
                else
                {
                    if (opened == '{')
                        SkipName();
                    continue;
                }
            }

            if (!SkipToNext(ref levels, ref level))
                return;
        }
    }

    /// <summary>Skips the next value and returns its bytes unchanged.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        Peek();
        var start = position;
        SkipValue();
        return span[start..position];
    }

    /// <summary>After a value: closes the containers that end here, and moves to the next value.</summary>
    private bool SkipToNext(ref UInt128 levels, ref int level)
    {
        while (level > 0)
        {
            var isObject = (levels & 1) != 0;
            var next = Peek();
            if (next == ',')
            {
                position++;
                if (isObject)
                    SkipName();

                return true;
            }

            if (next != (isObject ? '}' : ']'))
                throw Malformed("a comma or a closing bracket");

            position++;
            levels >>= 1;
            level--;
        }

        return false;
    }

    private byte SkipScalarOrOpen()
    {
        var next = Peek();
        switch (next)
        {
            case (byte)'{' or (byte)'[':
                position++;
                return next;
            case (byte)'"':
                ReadToken(out _, "a string");
                break;
            case (byte)'t':
                SkipLiteral("true"u8);
                break;
            case (byte)'f':
                SkipLiteral("false"u8);
                break;
            case (byte)'n':
                SkipLiteral("null"u8);
                break;
            default:
                SkipNumber();
                break;
        }

        return 0;
    }

    private void SkipName()
    {
        ReadToken(out _, "a name");
        Expect((byte)':', "a colon");
    }

    private void SkipLiteral(ReadOnlySpan<byte> literal)
    {
        if (!span[position..].StartsWith(literal))
            throw Malformed("a value");

        position += literal.Length;
    }

    private void SkipNumber()
    {
        if (At('-'))
            position++;
        if (At('0'))
            position++;
        else
            SkipDigits();

        if (At('.'))
        {
            position++;
            SkipDigits();
        }

        if (At('e') || At('E'))
        {
            position++;
            if (At('+') || At('-'))
                position++;

            SkipDigits();
        }
    }

    private void SkipDigits()
    {
        var start = position;
        while (position < span.Length && char.IsAsciiDigit((char)span[position]))
            position++;

        if (position == start)
            throw Malformed("a value");
    }

    private readonly bool At(char character) => position < span.Length && span[position] == character;
}
