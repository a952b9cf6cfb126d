using System.Buffers.Binary;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// How much of the last log is known to be kept. A log that is shorter has lost acknowledged writes. The head may be behind the log, but
/// never ahead of it.
/// </summary>
/// <param name="Generation">The generation of the log.</param>
/// <param name="Written">The length that survives the process: all acknowledged writes.</param>
/// <param name="Flushed">The length that also survives a failure of the machine.</param>
/// <param name="Boot">When the machine was started for the last time (<see cref="BootId"/>).</param>
internal readonly record struct Head(long Generation, long Written, long Flushed, Guid Boot)
{
    /// <summary>The number of bytes of a head.</summary>
    public const int Length = 60;

    private const int ChecksumOffset = Length - sizeof(uint);

    private static ReadOnlySpan<byte> Mark => "DTKHEAD1"u8;

    /// <summary>The length that the log must have, on a machine that was started at the given time.</summary>
    public long RequiredOn(Guid boot) => Boot == boot && boot != Guid.Empty ? Written : Flushed;

    /// <summary>Writes the head.</summary>
    /// <param name="bytes">The place for it.</param>
    /// <param name="sequence">Its number. Later heads have higher ones.</param>
    public void Write(Span<byte> bytes, long sequence)
    {
        Mark.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], Generation);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], Written);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], Flushed);
        Boot.TryWriteBytes(bytes[40..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[ChecksumOffset..], RecordFormat.Checksum(bytes[..ChecksumOffset]));
    }

    /// <summary>Reads a head. Returns false if it is damaged.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Head head, out long sequence)
    {
        (head, sequence) = (default, -1);
        if (bytes.Length < Length || !bytes.StartsWith(Mark))
            return false;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]) != RecordFormat.Checksum(bytes[..ChecksumOffset]))
            return false;

        sequence = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        head = new Head(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
            new Guid(bytes.Slice(40, 16)));
        return true;
    }
}
