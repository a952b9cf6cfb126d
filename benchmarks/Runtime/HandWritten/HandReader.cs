using System.Buffers;
using System.Globalization;
using System.Text;

namespace DynamoToolkit.Benchmarks.HandWritten;

/// <summary>
/// Reads JSON of exactly the shape that DynamoDB sends: no white space, one type tag a value. Anything else ends in an exception
/// that says no more than that: what a library adds to this is the price of its promises.
/// </summary>
internal ref struct HandReader(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> json = json;
    private int position;

    /// <summary>Steps over the text if it comes next.</summary>
    public bool Try(ReadOnlySpan<byte> text)
    {
        if (!json[position..].StartsWith(text))
            return false;

        position += text.Length;
        return true;
    }

    public void Expect(ReadOnlySpan<byte> text)
    {
        if (!Try(text))
            throw new FormatException("The response is not in the shape that this reader was written for.");
    }

    public void SkipTo(ReadOnlySpan<byte> text) => position += json[position..].IndexOf(text) + text.Length;

    /// <summary>The name of the next attribute, up to its colon.</summary>
    public ReadOnlySpan<byte> Name()
    {
        Expect("\""u8);
        return Token("\":"u8);
    }

    public string Text()
    {
        Expect("{\"S\":\""u8);
        var value = RawText();
        Expect("}"u8);
        return value;
    }

    /// <summary>A bare number up to the next comma.</summary>
    public int Count() => int.Parse(Token(","u8), CultureInfo.InvariantCulture);

    public int Int32() => int.Parse(Digits(), CultureInfo.InvariantCulture);

    public long Int64() => long.Parse(Digits(), CultureInfo.InvariantCulture);

    public decimal Decimal() => decimal.Parse(Digits(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public bool Boolean()
    {
        if (Try("{\"BOOL\":true}"u8))
            return true;

        Expect("{\"BOOL\":false}"u8);
        return false;
    }

    /// <summary>The rest of a JSON string, its closing quote included.</summary>
    public string RawText()
    {
        var rest = json[position..];
        var end = rest.IndexOfAny((byte)'"', (byte)'\\');
        if (rest[end] == '"')
        {
            position += end + 1;
            return Encoding.UTF8.GetString(rest[..end]);
        }

        return Unescape(rest, end);
    }

    private ReadOnlySpan<byte> Digits()
    {
        Expect("{\"N\":\""u8);
        return Token("\"}"u8);
    }

    private ReadOnlySpan<byte> Token(ReadOnlySpan<byte> end)
    {
        var rest = json[position..];
        var length = rest.IndexOf(end);
        position += length + end.Length;
        return rest[..length];
    }

    private string Unescape(ReadOnlySpan<byte> rest, int first)
    {
        var end = first;
        while (rest[end] != '"')
        {
            end += 2;
            end += rest[end..].IndexOfAny((byte)'"', (byte)'\\');
        }

        var rented = ArrayPool<byte>.Shared.Rent(end);
        var length = 0;
        for (var source = rest[..end]; ;)
        {
            var plain = source.IndexOf((byte)'\\');
            var run = plain < 0 ? source : source[..plain];
            run.CopyTo(rented.AsSpan(length));
            length += run.Length;
            if (plain < 0)
                break;

            rented[length++] = source[plain + 1] switch
            {
                (byte)'n' => (byte)'\n',
                (byte)'t' => (byte)'\t',
                (byte)'r' => (byte)'\r',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'u' => throw new FormatException("The service does not write \\u escapes for text like this."),
                var itself => itself,
            };
            source = source[(plain + 2)..];
        }

        var text = Encoding.UTF8.GetString(rented, 0, length);
        ArrayPool<byte>.Shared.Return(rented);
        position += end + 1;
        return text;
    }
}
