using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Text;
using System.Text.Unicode;

namespace DynamoToolkit.Wire;

/// <content>Strings, booleans and binary.</content>
public ref partial struct ItemReader
{
    private const string StringType = "String (S)";
    private const int MaxOnStack = 512;

    /// <summary>Reads a String value.</summary>
    public string ReadString()
    {
        var raw = ReadScalar((byte)'S', StringType, out var isEscaped);
        return isEscaped ? DecodeEscaped(raw) : Decode(raw);
    }

    /// <summary>
    /// Reads a String value as UTF-8, without making a string. It is valid only as long as the bytes that it was read from.
    /// </summary>
    public ReadOnlySpan<byte> ReadText()
    {
        var raw = ReadScalar((byte)'S', StringType, out var isEscaped);
        return isEscaped ? Unescape(raw) : raw;
    }

    /// <summary>Reads the name of an item's type. Only generated code calls it.</summary>
    /// <param name="name">The name that the type has.</param>
    /// <param name="itemType">The type.</param>
    /// <exception cref="ItemFormatException">The item is of another type.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void ReadTypeName(ReadOnlySpan<byte> name, Type itemType)
    {
        var found = ReadText();
        if (!found.SequenceEqual(name))
            throw Unexpected($"the name of a {itemType.Name}", found);
    }

    /// <summary>Converts a name or text that this reader returned to a string.</summary>
    /// <param name="utf8">The name or text.</param>
    /// <exception cref="ItemFormatException">It is not valid UTF-8.</exception>
    public readonly string TextOf(ReadOnlySpan<byte> utf8) => Decode(utf8);

    /// <summary>Reads a String value of exactly one character.</summary>
    public char ReadChar()
    {
        var start = position;
        var text = ReadText();
        if (text.Length <= 3 && Rune.DecodeFromUtf8(text, out var rune, out var used) == OperationStatus.Done
            && used == text.Length && rune.IsBmp)
        {
            return (char)rune.Value;
        }

        throw Unreadable(start, "one character", text);
    }

    /// <summary>Reads a Boolean value.</summary>
    public bool ReadBoolean()
    {
        var rest = span[position..];
        if (elementTag == 0 && rest.StartsWith("{\"BOOL\":true}"u8))
        {
            position += 13;
            return true;
        }

        if (elementTag == 0 && rest.StartsWith("{\"BOOL\":false}"u8))
        {
            position += 14;
            return false;
        }

        var start = position;
        if (elementTag != 0 || !FindTag().SequenceEqual("BOOL"u8))
        {
            position = start;
            throw Mismatch("Boolean (BOOL)");
        }

        var value = ReadJsonBoolean();
        CloseValue();
        return value;
    }

    /// <summary>Reads a Binary value.</summary>
    public byte[] ReadBytes()
    {
        var start = position;
        var text = ReadScalar((byte)'B', "Binary (B)", out var isEscaped);
        if (isEscaped)
            text = Unescape(text);
        if (text.IsEmpty)
            return [];

        // Base64 usually has no white space; then the text gives the length.
        var padding = text.EndsWith("=="u8) ? 2 : text[^1] == '=' ? 1 : 0;
        var bytes = new byte[Math.Max(0, Base64.GetMaxDecodedFromUtf8Length(text.Length) - padding)];
        var status = Base64.DecodeFromUtf8(text, bytes, out _, out var written);
        if (status != OperationStatus.Done)
            throw Unreadable(start, "Base64", text);

        return written == bytes.Length ? bytes : bytes[..written];
    }

    private readonly string Decode(ReadOnlySpan<byte> utf8)
        => Ascii.IsValid(utf8)
            ? string.Create(utf8.Length, utf8, static (characters, bytes) => Ascii.ToUtf16(bytes, characters, out _))
            : DecodeUnicode(utf8);

    private readonly string DecodeUnicode(ReadOnlySpan<byte> utf8)
    {
        char[]? rented = null;
        var characters = utf8.Length <= MaxOnStack ? stackalloc char[MaxOnStack] : rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            var status = Utf8.ToUtf16(utf8, characters, out _, out var length, replaceInvalidSequences: false);
            return status == OperationStatus.Done ? new string(characters[..length]) : throw Malformed("valid UTF-8");
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    private readonly string DecodeEscaped(ReadOnlySpan<byte> raw)
    {
        byte[]? rented = null;
        var text = raw.Length <= MaxOnStack ? stackalloc byte[MaxOnStack] : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        try
        {
            var length = JsonText.Unescape(raw, text);
            return length >= 0 ? Decode(text[..length]) : throw Malformed("whole surrogate pairs");
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
