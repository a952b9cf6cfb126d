using System.Buffers;

namespace DynamoToolkit.Local.Durability;

/// <summary>Records in memory, on their way to a file.</summary>
internal sealed class RecordOutput
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>The records.</summary>
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>How many bytes they have.</summary>
    public int Length => buffer.WrittenCount;

    /// <summary>Adds a record.</summary>
    public void Add(ReadOnlySpan<byte> payload)
    {
        RecordFormat.WriteHeader(buffer.GetSpan(RecordFormat.HeaderLength), payload);
        buffer.Advance(RecordFormat.HeaderLength);
        buffer.Write(payload);
        buffer.GetSpan(1)[0] = RecordFormat.EndMark;
        buffer.Advance(1);
    }

    /// <summary>Forgets the records, and keeps the memory.</summary>
    public void Clear() => buffer.ResetWrittenCount();
}
