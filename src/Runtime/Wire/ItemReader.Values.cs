using System.Buffers.Binary;

namespace DynamoToolkit.Wire;

/// <content>The object around an attribute value, and the text of scalars.</content>
public ref partial struct ItemReader
{
    /// <summary>Consumes <c>{"NULL":true}</c> if it is next.</summary>
    /// <returns>Whether it was.</returns>
    public bool TryReadNull()
    {
        var literal = "{\"NULL\":true}"u8;
        if (elementTag == 0 && span[position..].StartsWith(literal))
        {
            position += literal.Length;
            return true;
        }

        if (elementTag != 0 || IsPlainlyNotNull())
            return false;

        var start = position;
        if (!FindTag().SequenceEqual("NULL"u8))
        {
            position = start;
            return false;
        }

        if (!ReadJsonBoolean())
            throw Malformed("true");

        CloseValue();
        return true;
    }

    /// <summary>
    /// The type of the next attribute value, as its tag: <c>S</c>, <c>N</c>, <c>B</c>, <c>BOOL</c>, <c>NULL</c>, <c>M</c>, <c>L</c>,
    /// <c>SS</c>, <c>NS</c> or <c>BS</c>. The value is not consumed.
    /// </summary>
    public ReadOnlySpan<byte> PeekTag()
    {
        var start = position;
        var tag = FindTag();
        position = start;
        return tag;
    }

    /// <summary>Begins a set of strings, numbers or binary values. Read its elements with <see cref="NextSetElement"/>.</summary>
    /// <remarks>Inside a set, a read of a String, Number or Binary value reads the bare element.</remarks>
    /// <returns>The type of the elements: <c>S</c>, <c>N</c> or <c>B</c>; <c>L</c> for a list that is accepted as a set.</returns>
    public char BeginSet()
    {
        if (elementTag != 0)
            throw Mismatch("a set (SS, NS or BS)");
        if (acceptsOtherCollection && TryBeginListAsSet())
            return 'L';

        var start = position;
        var tag = FindTag();
        if (tag.Length != 2 || tag[1] != 'S' || tag[0] is not ((byte)'S' or (byte)'N' or (byte)'B'))
        {
            position = start;
            throw Mismatch("a set (SS, NS or BS)");
        }

        elementTag = tag[0];
        BeginArray();
        return (char)elementTag;
    }

    /// <summary>Moves to the next element of a set, or past its end.</summary>
    /// <returns>False if the set has ended.</returns>
    public bool NextSetElement()
    {
        if (NextArrayElement())
            return true;

        elementTag = 0;
        CloseValue();
        return false;
    }

    /// <summary>Whether the next value begins as the service writes it, with a tag other than NULL.</summary>
    private readonly bool IsPlainlyNotNull()
    {
        var rest = span[position..];
        return rest.Length > 3 && rest[0] == '{' && rest[1] == '"'
            && (rest[2] is not ((byte)'N' or (byte)'\\') || rest[3] is (byte)'"' or (byte)'S');
    }

    private void OpenValue(byte tag, string expected)
    {
        var rest = span[position..];
        if (rest.Length > 5 && rest[0] == '{' && rest[1] == '"' && rest[2] == tag && rest[3] == '"' && rest[4] == ':' && elementTag == 0)
        {
            position += 5;
            return;
        }

        OpenValueSlowly(tag, expected);
    }

    private void OpenValueSlowly(byte tag, string expected)
    {
        var start = position;
        if (elementTag == 0)
        {
            var found = FindTag();
            if (found.Length == 1 && found[0] == tag)
                return;
        }

        position = start;
        throw Mismatch(expected);
    }

    /// <summary>Consumes the opening of any value, up to its tag's colon.</summary>
    private ReadOnlySpan<byte> FindTag()
    {
        Expect((byte)'{', "an attribute value");
        return ReadNameToken();
    }

    private void CloseValue() => Expect((byte)'}', "the end of the attribute value");

    /// <summary>Reads a String, Number or Binary value's raw text.</summary>
    private ReadOnlySpan<byte> ReadScalar(byte tag, string expected, out bool isEscaped)
    {
        var rest = span[position..];
        if (rest.Length > 6
            && elementTag == 0
            && BinaryPrimitives.ReadUInt32LittleEndian(rest) == (0x22002200u | '{' | ((uint)tag << 16))
            && BinaryPrimitives.ReadUInt16LittleEndian(rest[4..]) == (':' | '"' << 8))
        {
            rest = rest[6..];
            var length = rest.IndexOfAny(JsonText.Stops);
            if ((uint)length < (uint)(rest.Length - 1) && rest[length] == '"' && rest[length + 1] == '}')
            {
                position += length + 8;
                isEscaped = false;
                return rest[..length];
            }
        }

        return ReadScalarSlowly(tag, expected, out isEscaped);
    }

    private ReadOnlySpan<byte> ReadScalarSlowly(byte tag, string expected, out bool isEscaped)
    {
        if (elementTag == 0)
        {
            OpenValue(tag, expected);
            var text = ReadToken(out isEscaped, "a string");
            CloseValue();
            return text;
        }

        if (elementTag != tag)
            throw Mismatch(expected);

        return ReadToken(out isEscaped, "a string");
    }

    /// <summary>Reads a JSON string and returns its raw content, without quotes.</summary>
    private ReadOnlySpan<byte> ReadToken(out bool isEscaped, string expected)
    {
        Expect((byte)'"', expected);
        isEscaped = false;
        var start = position;
        while (true)
        {
            var next = span[position..].IndexOfAny(JsonText.Stops);
            if (next < 0)
            {
                position = span.Length;
                throw Malformed("a closing quote");
            }

            position += next;
            if (span[position] == '"')
                return span[start..position++];
            if (span[position] != '\\')
                throw Malformed("no control character in a string");

            isEscaped = true;
            SkipEscape();
        }
    }

    private void SkipEscape()
    {
        var rest = span[position..];
        if (rest.Length > 1 && JsonText.Simple(rest[1]) != 0)
            position += 2;
        else if (JsonText.CodeUnit(rest) >= 0)
            position += 6;
        else
            throw Malformed("a valid escape in a string");
    }

    /// <summary>Resolves the escapes in a text. They are rare outside strings, so this may allocate.</summary>
    private readonly ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new byte[raw.Length];
        var length = JsonText.Unescape(raw, text);
        if (length < 0)
            throw Malformed("whole surrogate pairs");

        return text.AsSpan(0, length);
    }
}
