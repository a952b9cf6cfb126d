using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DynamoToolkit.Wire;

/// <summary>
/// Walks through the envelope of a response: the members around the items. Its only state is a position, so reading can stop between two
/// items and resume later. <see cref="ItemReader"/> reads the items themselves, from the cursor's position.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json, int position = 0)
{
    private readonly ReadOnlySpan<byte> json = json;

    public int Position { get; private set; } = position;

    /// <summary>The rest of the response.</summary>
    public readonly ReadOnlySpan<byte> Rest => json[Position..];

    /// <summary>Moves to the next member of an object, from before its opening brace or from after a member's value.</summary>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        name = default;
        switch (NextToken())
        {
            case (byte)'}':
                Position++;
                return false;
            case (byte)'{':
                Position++;
                if (NextToken() == '}')
                {
                    Position++;
                    return false;
                }

                break;
            case (byte)',':
                Position++;
                break;
            default:
                throw Bad("an object");
        }

        name = ReadText();
        if (NextToken() != ':')
            throw Bad("':'");

        Position++;
        return true;
    }

    /// <summary>Moves to the next element of an array, from before its opening bracket or from after an element.</summary>
    public bool NextElement()
    {
        switch (NextToken())
        {
            case (byte)']':
                Position++;
                return false;
            case (byte)'[':
                Position++;
                if (NextToken() != ']')
                    return true;

                Position++;
                return false;
            case (byte)',':
                Position++;
                NextToken();
                return true;
            default:
                throw Bad("an array");
        }
    }

    /// <summary>Moves to the beginning of the next value.</summary>
    public void SkipSpace() => NextToken();

    /// <summary>Whether the next value is an array.</summary>
    public bool IsAtArray => NextToken() == '[';

    /// <summary>Consumes <c>null</c> if it is the next value.</summary>
    public bool TryReadNull()
    {
        NextToken();
        if (!Rest.StartsWith("null"u8))
            return false;

        Position += 4;
        return true;
    }

    public string ReadString() => Encoding.UTF8.GetString(ReadText());

    public long ReadInt64()
    {
        NextToken();
        if (!Utf8Parser.TryParse(Rest, out long number, out var length))
            throw Bad("a whole number");

        Position += length;
        return number;
    }

    public double ReadDouble()
    {
        NextToken();
        var length = Rest.IndexOfAnyExcept("+-.0123456789Ee"u8);
        var text = length < 0 ? Rest : Rest[..length];
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw Bad("a number");

        Position += text.Length;
        return number;
    }

    /// <summary>Reads a map of attributes.</summary>
    public T ReadMap<T>()
        where T : IDynamoMap<T>
    {
        NextToken();
        var reader = new ItemReader(Rest);
        var item = reader.ReadItem<T>();
        Position += reader.Position;
        return item;
    }

    /// <summary>Skips bytes that another reader has read from <see cref="Rest"/>.</summary>
    public void Advance(int bytes) => Position += bytes;

    /// <summary>Reads any value and returns its bytes unchanged.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        NextToken();
        var start = Position;
        Skip();
        return json[start..Position];
    }

    /// <summary>Skips any value.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            switch (NextToken())
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    Position++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    Position++;
                    break;
                case (byte)',' or (byte)':' when depth > 0:
                    Position++;
                    break;
                case (byte)'"':
                    SkipString();
                    break;
                default:
                    SkipLiteral();
                    break;
            }
        }
        while (depth > 0);

        if (depth < 0)
            throw Bad("a value");
    }

    private ReadOnlySpan<byte> ReadText()
    {
        if (NextToken() != '"')
            throw Bad("a string");

        var start = Position + 1;
        SkipString();
        var text = json[start..(Position - 1)];
        return text.Contains((byte)'\\') ? Unescape(json[(start - 1)..Position]) : text;
    }

    private readonly ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> quoted)
    {
        // The service does not escape names and messages, but a proxy may.
        var reader = new System.Text.Json.Utf8JsonReader(quoted);
        try
        {
            reader.Read();
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException)
        {
            throw Bad("a string");
        }
    }

    private void SkipString()
    {
        var at = Position + 1;
        while (true)
        {
            var next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
                throw Bad("the end of a string");

            at += next;
            if (json[at] == '"')
                break;

            at += 2;
            if (at > json.Length)
                throw Bad("the end of a string");
        }

        Position = at + 1;
    }

    private void SkipLiteral()
    {
        var length = Rest.IndexOfAny(",]} \t\r\n"u8);
        if (length == 0)
            throw Bad("a value");

        Position = length < 0 ? json.Length : Position + length;
    }

    private byte NextToken()
    {
        while (Position < json.Length)
        {
            var value = json[Position];
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return value;

            Position++;
        }

        throw Bad("more");
    }

    private readonly ItemFormatException Bad(string expected)
    {
        var found = Position < json.Length ? $"'{(char)json[Position]}' at byte {Position} of the response" : "the end of the response";
        return new ItemFormatException("", expected, found);
    }
}
