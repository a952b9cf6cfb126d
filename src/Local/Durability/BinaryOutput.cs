using System.Buffers;
using System.Text;

namespace DynamoToolkit.Local.Durability;

/// <summary>Writes the primitives of records: bytes, numbers of variable length, texts and byte strings with their length.</summary>
internal sealed class BinaryOutput
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>The bytes written so far.</summary>
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>The number of bytes written so far.</summary>
    public int Length => buffer.WrittenCount;

    /// <summary>Discards the bytes and keeps the memory.</summary>
    public void Clear() => buffer.ResetWrittenCount();

    public void WriteByte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    public void WriteNumber(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    public void WriteTime(DateTimeOffset time) => WriteNumber((ulong)time.UtcTicks);

    /// <summary>Writes a byte string with its length.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteNumber((uint)bytes.Length);
        buffer.Write(bytes);
    }

    /// <summary>Writes bytes without their length.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    public void WriteText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        WriteNumber((uint)length);
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Math.Max(length, 1))));
    }
}
