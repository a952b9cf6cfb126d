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

    /// <summary>Appends bytes as lower-case hexadecimal digits.</summary>
    public void AppendHex(ReadOnlySpan<byte> bytes)
    {
        if (!Convert.TryToHexStringLower(bytes, buffer[length..], out var written))
            throw new ArgumentException("The buffer is too small.", nameof(bytes));
        length += written;
    }
}
