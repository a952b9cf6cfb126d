namespace DynamoToolkit.Local.Durability;

/// <summary>Reads the records of a file.</summary>
internal static class RecordReader
{
    /// <summary>Takes the payload of a record.</summary>
    public delegate void Handler(ReadOnlySpan<byte> payload);

    /// <summary>Reads the intact records at the beginning of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="handle">Called with every payload. It throws <see cref="InvalidDataException"/> if the payload makes no sense.</param>
    /// <param name="skipDamaged">Whether to go on behind a record whose content is damaged.</param>
    public static RecordScan ReadAll(string path, Handler handle, bool skipDamaged = false)
    {
        using var file = Open(path);
        if (!IsMarked(file))
            return new RecordScan(0, file.Length, "it does not begin like a data file of this version", file.Length);

        var buffer = Array.Empty<byte>();
        RecordScan? first = null;
        var skipped = 0L;
        while (true)
        {
            var start = file.Position;
            var found = ReadOne(file, ref buffer, out var payload, out var problem);
            if (!found && problem is null)
                return first is { } damage ? damage with { Unread = skipped } : new RecordScan(start, start, null, 0);

            var reason = found ? Handle(payload, handle) : null;
            if (found && reason is null)
                continue;

            first ??= new RecordScan(start, file.Length, problem ?? reason!.Message, file.Length - start, reason);
            if (!skipDamaged || file.Position == start)
                return first.Value with { Unread = skipped + file.Length - start };
            skipped += file.Position - start;
        }
    }

    /// <summary>Reads the first record of a file.</summary>
    /// <returns>The payload; empty if the record is damaged or missing.</returns>
    public static ReadOnlySpan<byte> ReadFirst(string path)
    {
        using var file = Open(path);
        var buffer = Array.Empty<byte>();
        return IsMarked(file) && ReadOne(file, ref buffer, out var payload, out _) ? payload : default;
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);

    private static bool IsMarked(FileStream file)
    {
        Span<byte> mark = stackalloc byte[RecordFormat.FileMark.Length];
        return file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && mark.SequenceEqual(RecordFormat.FileMark);
    }

    // Reads on from the end of a record; from its start if nobody knows where it ends.
    private static bool ReadOne(FileStream file, scoped ref byte[] buffer, out ReadOnlySpan<byte> payload, out string? problem)
    {
        payload = default;
        problem = null;
        var start = file.Position;
        Span<byte> header = stackalloc byte[RecordFormat.HeaderLength];
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read == 0)
            return false;

        var (length, checksum) = (0u, 0u);
        if (read < header.Length)
            problem = "it ends within a record";
        else if (!RecordFormat.TryReadHeader(header, out length, out checksum))
            problem = "the header of a record is damaged";
        else if (length >= file.Length - file.Position)
            problem = "it ends within a record";
        if (problem is not null)
        {
            file.Position = start;
            return false;
        }

        var whole = (int)length + 1;
        if (buffer.Length < whole)
            buffer = new byte[Math.Max(whole, 2 * buffer.Length)];
        file.ReadExactly(buffer, 0, whole);
        payload = buffer.AsSpan(0, (int)length);
        if (RecordFormat.Checksum(payload) == checksum && buffer[length] == RecordFormat.EndMark)
            return true;

        problem = "the content of a record is damaged";
        return false;
    }

    private static InvalidDataException? Handle(ReadOnlySpan<byte> payload, Handler handle)
    {
        try
        {
            handle(payload);
            return null;
        }
        catch (InvalidDataException exception)
        {
            return exception;
        }
    }
}
