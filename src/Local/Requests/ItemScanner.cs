using System.Buffers;
using System.Buffers.Text;
using System.Text;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Requests;

/// <summary>
/// Checks an item of a request and brings it into the form in which tables keep it, without making values of it: most requests already
/// have this form, and their bytes are copied. It takes only what <see cref="ValueReader"/> would accept, and not all of that. What it
/// does not take, that class reads, and reports what is wrong with it.
/// </summary>
internal ref struct ItemScanner
{
    private const int MaxNames = 64;
    private const int MaxNameLength = 255;
    private const int MaxElements = 32;

    private readonly ReadOnlySpan<byte> json;
    private JsonScanner scanner;

    private ItemScanner(ReadOnlySpan<byte> json)
    {
        this.json = json;
        scanner = new JsonScanner(json, rewrites: true);
    }

    /// <summary>Reads an item: an object of names and values.</summary>
    /// <param name="json">UTF-8 that begins with the object. The item refers to it, and must not outlive the request.</param>
    /// <param name="length">The length of the object in bytes.</param>
    /// <returns>Null if the item is wrong or unusual.</returns>
    public static MapValue? TryRead(ReadOnlyMemory<byte> json, out int length)
    {
        var reader = new ItemScanner(json.Span);
        try
        {
            var isTaken = reader.TryReadMembers(0, out var size, out _);
            length = reader.scanner.Place;
            if (!isTaken)
                return null;
            return new MapValue(reader.scanner.IsRewritten ? reader.scanner.Rewritten().ToArray() : json[..length], size);
        }
        finally
        {
            reader.scanner.Dispose();
        }
    }

    private bool TryReadMembers(int level, out int size, out int count)
    {
        size = count = 0;
        Span<(int Start, int End)> names = stackalloc (int, int)[MaxNames];
        var step = scanner.Enter((byte)'{', (byte)'}');
        for (; step == JsonStep.Element; step = scanner.MoveOn((byte)'}'))
        {
            if (!scanner.TryReadName(out var start, out var end) || end == start || end - start > MaxNameLength || count == MaxNames
                || IsRepeated(names[..count], start, end) || !TryReadValue(level + 1, out var valueSize))
            {
                return false;
            }

            names[count++] = (start, end);
            size += end - start + valueSize;
        }

        return step == JsonStep.End;
    }

    private readonly bool IsRepeated(ReadOnlySpan<(int Start, int End)> names, int start, int end)
    {
        var name = json[start..end];
        foreach (var (otherStart, otherEnd) in names)
        {
            if (json[otherStart..otherEnd].SequenceEqual(name))
                return true;
        }

        return false;
    }

    // An object with exactly one member, which is named after a type.
    private bool TryReadValue(int level, out int size)
    {
        size = 0;
        return level <= ValueReader.MaxLevels
            && scanner.Enter((byte)'{', (byte)'}') == JsonStep.Element
            && scanner.TryReadName(out var start, out var end)
            && ValueKinds.TryParse(json[start..end], out var kind)
            && TryReadContent(kind, level, out size)
            && scanner.MoveOn((byte)'}') == JsonStep.End;
    }

    private bool TryReadContent(ValueKind kind, int level, out int size)
    {
        switch (kind)
        {
            case ValueKind.BOOL:
                size = 1;
                return scanner.TrySkip("true"u8) || scanner.TrySkip("false"u8);
            case ValueKind.NULL:
                size = 1;
                return scanner.TrySkip("true"u8);
            case ValueKind.M:
                var isMap = TryReadMembers(level, out size, out var count);
                size += 3 + count;
                return isMap;
            case ValueKind.L:
                return TryReadList(level, out size);
            case ValueKind.SS or ValueKind.NS or ValueKind.BS:
                return TryReadSet(SetValue.ElementKindOf(kind), out size);
            default:
                return TryReadScalar(kind, out size);
        }
    }

    private bool TryReadList(int level, out int size)
    {
        size = 3;
        var step = scanner.Enter((byte)'[', (byte)']');
        for (; step == JsonStep.Element; step = scanner.MoveOn((byte)']'))
        {
            if (!TryReadValue(level + 1, out var elementSize))
                return false;
            size += 1 + elementSize;
        }

        return step == JsonStep.End;
    }

    // Elements in the form of tables are equal if their bytes are. A set with others is left to the other reader.
    private bool TryReadSet(ValueKind kind, out int size)
    {
        size = 0;
        Span<(int Start, int End)> elements = stackalloc (int, int)[MaxElements];
        var count = 0;
        var step = scanner.Enter((byte)'[', (byte)']');
        for (; step == JsonStep.Element; step = scanner.MoveOn((byte)']'))
        {
            var (start, before) = (scanner.Place, scanner.Copied);
            if (count == MaxElements || !TryReadScalar(kind, out var elementSize) || scanner.Copied != before
                || IsRepeated(elements[..count], start, scanner.Place))
            {
                return false;
            }

            elements[count++] = (start, scanner.Place);
            size += elementSize;
        }

        return step == JsonStep.End && count > 0;
    }

    private bool TryReadScalar(ValueKind kind, out int size)
    {
        size = 0;
        if (!scanner.TryReadText(out var start, out var end, out var hasEscapes))
            return false;

        var content = json[start..end];
        return kind switch
        {
            ValueKind.S => TryTakeText(content, hasEscapes, start, end, out size),
            _ when hasEscapes => false,
            ValueKind.N => TryTakeNumber(content, start, end, out size),
            _ => TryTakeBinary(content, out size),
        };
    }

    private bool TryTakeText(ReadOnlySpan<byte> content, bool hasEscapes, int start, int end, out int size)
    {
        size = content.Length;
        if (!hasEscapes)
            return true;

        using var text = WireBuffer.Rent(content.Length);
        if (!WireText.TryUnescape(content, text.GetSpan(content.Length), out size))
            return false;

        text.Advance(size);
        WireText.Write(scanner.Replace(start, end), text.WrittenSpan);
        return true;
    }

    private bool TryTakeNumber(ReadOnlySpan<byte> content, int start, int end, out int size)
    {
        if (PlainNumber.TryMeasure(content, out size))
            return true;

        try
        {
            var number = NumberText.Parse(Encoding.UTF8.GetString(content));
            size = number.Size;
            WireText.Write(scanner.Replace(start, end), number.ToString());
            return true;
        }
        catch (DynamoError)
        {
            return false;
        }
    }

    private bool TryTakeBinary(ReadOnlySpan<byte> content, out int size)
    {
        using var bytes = WireBuffer.Rent(content.Length);
        using var canonical = WireBuffer.Rent(content.Length);
        size = 0;
        if (content.Length % 4 != 0 || content.Contains((byte)' ')
            || Base64.DecodeFromUtf8(content, bytes.GetSpan(content.Length), out _, out size) != OperationStatus.Done)
        {
            return false;
        }

        // The last digit may have bits that do not count.
        bytes.Advance(size);
        WireWriter.WriteBase64(canonical, bytes.WrittenSpan);
        return canonical.WrittenSpan.SequenceEqual(content);
    }
}
