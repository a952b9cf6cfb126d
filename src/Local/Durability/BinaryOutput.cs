using System.Buffers;
using System.Text;

namespace DynamoToolkit.Local.Durability;

/// <summary>Writes the primitives of records: bytes, numbers in as few bytes as they need, texts with their length.</summary>
internal sealed class BinaryOutput
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>How much was written.</summary>
    public int Length => buffer.WrittenCount;

    /// <summary>Forgets what was written, and keeps the memory.</summary>
    public void Clear() => buffer.ResetWrittenCount();

    public void WriteByte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    public void WriteNumber(UInt128 value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteNumber((uint)bytes.Length);
        buffer.Write(bytes);
    }

    public void WriteText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        WriteNumber((uint)length);
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Math.Max(length, 1))));
    }
}
