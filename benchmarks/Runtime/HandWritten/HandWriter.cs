using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace DynamoToolkit.Benchmarks.HandWritten;

/// <summary>
/// Writes into memory that the caller made large enough: no growth, no state, no checks of what a value may be.
/// What a library adds to this is the price of its promises.
/// </summary>
internal ref struct HandWriter(Span<byte> buffer)
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private readonly Span<byte> buffer = buffer;

    public int Length { get; private set; }

    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(buffer[Length..]);
        Length += json.Length;
    }

    public void Text(ReadOnlySpan<byte> prefix, string value)
    {
        Raw(prefix);
        Escape(value);
        Raw("\"}"u8);
    }

    public void Number(ReadOnlySpan<byte> prefix, long value)
    {
        Raw(prefix);
        Utf8Formatter.TryFormat(value, buffer[Length..], out var written);
        Length += written;
        Raw("\"}"u8);
    }

    public void Number(ReadOnlySpan<byte> prefix, decimal value)
    {
        Raw(prefix);
        Utf8Formatter.TryFormat(value, buffer[Length..], out var written);
        Length += written;
        Raw("\"}"u8);
    }

    public void Escape(ReadOnlySpan<char> value)
    {
        while (true)
        {
            var plain = value.IndexOfAny(Escaped);
            var run = plain < 0 ? value : value[..plain];
            Utf8.FromUtf16(run, buffer[Length..], out _, out var written);
            Length += written;
            if (plain < 0)
                return;

            EscapeOne(value[plain]);
            value = value[(plain + 1)..];
        }
    }

    private void EscapeOne(char value)
    {
        switch (value)
        {
            case '"':
                Raw("\\\""u8);
                break;
            case '\\':
                Raw("\\\\"u8);
                break;
            case '\n':
                Raw("\\n"u8);
                break;
            case '\t':
                Raw("\\t"u8);
                break;
            case '\r':
                Raw("\\r"u8);
                break;
            default:
                Length += Encoding.ASCII.GetBytes($"\\u{(int)value:x4}", buffer[Length..]);
                break;
        }
    }
}
