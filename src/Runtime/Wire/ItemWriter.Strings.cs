using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace DynamoToolkit.Wire;

/// <content>Strings, names and binary.</content>
public ref partial struct ItemWriter
{
    internal const string NullRule = "is null, but its type does not allow null. Give it a value, or make the member nullable.";

    private const string ControlCharacters =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    private static readonly SearchValues<char> Escaped = SearchValues.Create(ControlCharacters + "\"\\");

    /// <summary>Writes a String attribute.</summary>
    /// <param name="prefix">The name and the opening: <c>,"status":{"S":"</c>.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteString(scoped ReadOnlySpan<byte> prefix, string value)
    {
        WriteRaw(prefix);
        WriteStringEnd(value);
    }

    /// <summary>Writes a String value: <c>{"S":"…"}</c>.</summary>
    /// <param name="value">The value.</param>
    public void WriteStringValue(string value) => WriteString("{\"S\":\""u8, value);

    /// <summary>Writes a String attribute of one character.</summary>
    /// <param name="prefix">The name and the opening: <c>,"grade":{"S":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteChar(scoped ReadOnlySpan<byte> prefix, char value)
    {
        WriteRaw(prefix);
        WriteText(new ReadOnlySpan<char>(in value));
        WriteRaw("\"}"u8);
    }

    /// <summary>Writes a Binary attribute.</summary>
    /// <param name="prefix">The name and the opening: <c>,"hash":{"B":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteBinary(scoped ReadOnlySpan<byte> prefix, scoped ReadOnlySpan<byte> value)
    {
        WriteRaw(prefix);
        Need(Base64.GetMaxEncodedToUtf8Length(value.Length) + 2);
        Base64.EncodeToUtf8(value, span[position..], out _, out var written);
        position += written;
        WriteRaw("\"}"u8);
    }

    /// <summary>Writes a Binary value: <c>{"B":"…"}</c>.</summary>
    /// <param name="value">The value.</param>
    public void WriteBinaryValue(scoped ReadOnlySpan<byte> value) => WriteBinary("{\"B\":\""u8, value);

    /// <summary>Writes an attribute's name that is known only at run time: <c>,"name":</c>.</summary>
    /// <param name="name">The name, at least one character.</param>
    public void WriteName(scoped ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
            FailForName();

        WriteRaw(",\""u8);
        WriteText(name);
        WriteRaw("\":"u8);
    }

    /// <summary>Writes a JSON string, <c>"…"</c>, that is not an attribute value: a table's name, an expression.</summary>
    /// <param name="text">The text.</param>
    public void WriteJsonString(scoped ReadOnlySpan<char> text)
    {
        WriteByte((byte)'"');
        WriteText(text);
        WriteByte((byte)'"');
    }

    /// <summary>Writes text as the inside of a JSON string: escaped, without quotes.</summary>
    /// <param name="text">The text.</param>
    public void WriteText(scoped ReadOnlySpan<char> text)
    {
        // A UTF-16 code unit takes at most three bytes, unless it is escaped.
        Need(checked(text.Length * 3));
        var plain = JsonText.CopyPlain(text, span[position..]);
        position += plain;
        if (plain < text.Length)
            WriteOtherText(text[plain..]);
    }

    private void WriteStringEnd(string value)
    {
        if (value is null)
            Fail(NullRule);

        WriteText(value);
        WriteRaw("\"}"u8);
    }

    /// <summary>Writes text that contains non-ASCII characters or characters that must be escaped.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteOtherText(scoped ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Escaped) is >= 0 and var next)
        {
            Transcode(text[..next]);
            WriteEscape(text[next]);
            text = text[(next + 1)..];
        }

        Transcode(text);
    }

    private void Transcode(scoped ReadOnlySpan<char> text)
    {
        Need(checked(text.Length * 3));
        if (Utf8.FromUtf16(text, span[position..], out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            Fail("contains half of a surrogate pair, which UTF-8 cannot store. Remove or replace it, or store the text as binary.");

        position += written;
    }

    private void WriteEscape(char character)
    {
        switch (character)
        {
            case '"':
                WriteRaw("\\\""u8);
                break;
            case '\\':
                WriteRaw("\\\\"u8);
                break;
            case '\n':
                WriteRaw("\\n"u8);
                break;
            case '\r':
                WriteRaw("\\r"u8);
                break;
            case '\t':
                WriteRaw("\\t"u8);
                break;
            default:
                WriteRaw("\\u00"u8);
                WriteByte((byte)(character < 0x10 ? '0' : '1'));
                WriteByte("0123456789abcdef"u8[character & 0xF]);
                break;
        }
    }

    // The comma opens the map, so that the error names what the map is the value of.
    [DoesNotReturn]
    private void FailForName()
    {
        WriteComma();
        throw new InvalidAttributeValueException(
            AttributePathText.OfMap(span[..position]), "contains an empty name. A name in a map has at least one character.");
    }
}
