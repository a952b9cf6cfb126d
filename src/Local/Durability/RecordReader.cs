namespace DynamoToolkit.Local.Durability;

/// <summary>Reads the records of a file.</summary>
internal static class RecordReader
{
    /// <summary>Takes the payload of a record.</summary>
    public delegate void Handler(ReadOnlySpan<byte> payload);

    /// <summary>Reads all records.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mayBeTorn">Whether the file may end within a record, as the last log can after the process was killed.</param>
    /// <param name="handle">Called with every payload.</param>
    /// <returns>The length of the whole records at the beginning of the file.</returns>
    /// <exception cref="LocalDataException">The file is damaged.</exception>
    public static long ReadAll(string path, bool mayBeTorn, Handler handle)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16);
        Span<byte> mark = stackalloc byte[RecordFormat.FileMark.Length];
        var marked = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        if (marked < mark.Length && mayBeTorn && RecordFormat.FileMark.StartsWith(mark[..marked]))
            return 0;
        if (marked < mark.Length || !mark.SequenceEqual(RecordFormat.FileMark))
            throw Damaged(path, 0, "it does not begin like a data file of this version");

        var buffer = Array.Empty<byte>();
        while (true)
        {
            var start = file.Position;
            switch (ReadOne(file, ref buffer, out var payload, out var problem))
            {
                case RecordState.Whole:
                    Handle(path, start, payload, handle);
                    break;
                case RecordState.End:
                    return start;
                case RecordState.Torn when mayBeTorn:
                    return start;
                default:
                    throw Damaged(path, start, problem);
            }
        }
    }

    private static RecordState ReadOne(FileStream file, ref byte[] buffer, out ReadOnlySpan<byte> payload, out string problem)
    {
        payload = default;
        problem = "it ends within a record";
        Span<byte> header = stackalloc byte[RecordFormat.HeaderLength];
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read == 0)
            return RecordState.End;
        if (read < header.Length)
            return RecordState.Torn;

        if (!RecordFormat.TryReadHeader(header, out var length, out var checksum))
        {
            problem = "the header of a record is damaged";
            return !header.ContainsAnyExcept((byte)0) && IsZeroToEnd(file) ? RecordState.Torn : RecordState.Damaged;
        }

        // The header is valid, but the file ends before the payload does.
        if (length >= file.Length - file.Position)
            return RecordState.Torn;

        var whole = (int)length + 1;
        if (buffer.Length < whole)
            buffer = new byte[Math.Max(whole, 2 * buffer.Length)];
        file.ReadExactly(buffer, 0, whole);
        payload = buffer.AsSpan(0, (int)length);
        var end = buffer[length];
        if (RecordFormat.Checksum(payload) == checksum && end == RecordFormat.EndMark)
            return RecordState.Whole;

        problem = "the content of a record is damaged";
        return end == 0 && file.Position == file.Length ? RecordState.Torn : RecordState.Damaged;
    }

    private static bool IsZeroToEnd(FileStream file)
    {
        int next;
        do
            next = file.ReadByte();
        while (next == 0);
        return next < 0;
    }

    private static void Handle(string path, long start, ReadOnlySpan<byte> payload, Handler handle)
    {
        try
        {
            handle(payload);
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(path, start, exception.Message, exception);
        }
    }

    private static LocalDataException Damaged(string path, long offset, string problem, Exception? reason = null) =>
        new(
            $"The data file {path} is damaged at offset {offset}: {problem}. "
            + "Nothing was changed. Restore the file from a copy, or start with an empty folder.",
            reason);
}
