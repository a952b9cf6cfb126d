using System.Text;

namespace DynamoToolkit.Transport.Signing;

/// <summary>Puts a text together in a buffer that is large enough for it.</summary>
internal ref struct AsciiText(Span<byte> buffer)
{
    private readonly Span<byte> buffer = buffer;
    private int length;

    public readonly ReadOnlySpan<byte> Written => buffer[..length];

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer[length..]);
        length += text.Length;
    }

    public void Append(ReadOnlySpan<char> text) => length += Encoding.UTF8.GetBytes(text, buffer[length..]);

    public void AppendHex(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            buffer[length++] = "0123456789abcdef"u8[value >> 4];
            buffer[length++] = "0123456789abcdef"u8[value & 15];
        }
    }
}
