namespace DynamoToolkit.Local.Durability;

/// <summary>The first record of a log.</summary>
/// <param name="Generation">The generation of the log.</param>
/// <param name="PreviousLength">The final length of the log before it; 0 if the log continues none.</param>
internal readonly record struct LogBeginning(long Generation, long PreviousLength)
{
    /// <summary>Reads the payload.</summary>
    public static LogBeginning Read(ReadOnlySpan<byte> payload)
    {
        var input = new BinaryInput(payload.ToArray());
        return new LogBeginning((long)input.ReadNumber(), (long)input.ReadNumber());
    }

    /// <summary>The record.</summary>
    public ReadOnlySpan<byte> ToRecord()
    {
        var payload = new BinaryOutput();
        payload.WriteNumber((ulong)Generation);
        payload.WriteNumber((ulong)PreviousLength);
        var record = new BinaryOutput();
        RecordFormat.WriteRecord(record, payload.Written);
        return record.Written;
    }
}
