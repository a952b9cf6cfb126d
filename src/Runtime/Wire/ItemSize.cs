using System.Buffers.Text;
using System.Text;

namespace DynamoToolkit.Wire;

/// <summary>Counts the bytes of an item as DynamoDB counts them against its 400 KB: names and values, not their JSON.</summary>
internal static class ItemSize
{
    private const int ContainerBytes = 3;

    /// <summary>The size of an item, given as <c>{"name":{"S":"x"},…}</c>.</summary>
    public static int Of(ReadOnlySpan<byte> item)
    {
        var reader = new JsonCursor(item);
        return OfMap(ref reader, perEntry: 0);
    }

    /// <summary>The size of a value, given as <c>{"S":"x"}</c>.</summary>
    public static int OfValue(ReadOnlySpan<byte> value)
    {
        var reader = new JsonCursor(value);
        return OfValue(ref reader);
    }

    /// <summary>The size of the values of members without their names, given as <c>,":v0":{"S":"x"},…</c>.</summary>
    public static int OfValues(ReadOnlySpan<byte> members)
    {
        var size = 0;
        var reader = new JsonCursor(members);
        while (reader.Rest.Length > 0 && reader.NextMember(out _))
            size += OfValue(ref reader);
        return size;
    }

    /// <summary>The size of a String or Binary key. It reads the text only if the key may exceed its maximum size.</summary>
    public static int OfKey(ReadOnlySpan<byte> value, int maxBytes)
    {
        // {"S":"…"}: the text is at least as long as the value that it encodes.
        const int Around = 8;
        var bytes = value.Length - Around;
        return bytes > maxBytes ? OfValue(value) : bytes;
    }

    private static int OfMap(ref JsonCursor reader, int perEntry)
    {
        var size = 0;
        while (reader.NextMember(out var name))
            size += perEntry + name.Length + OfValue(ref reader);
        return size;
    }

    private static int OfValue(ref JsonCursor reader)
    {
        var size = 0;
        while (reader.NextMember(out var tag))
        {
            size += tag switch
            {
                [(byte)'M'] => ContainerBytes + OfMap(ref reader, perEntry: 1),
                [(byte)'L'] => ContainerBytes + OfList(ref reader),
                [(byte)'S', (byte)'S'] or [(byte)'N', (byte)'S'] or [(byte)'B', (byte)'S'] => OfSet(ref reader, tag[0]),
                [(byte)'S'] or [(byte)'N'] or [(byte)'B'] => OfScalar(reader.ReadString(), tag[0]),
                _ => OfFlag(ref reader),
            };
        }

        return size;
    }

    private static int OfList(ref JsonCursor reader)
    {
        var size = 0;
        while (reader.NextElement())
            size += 1 + OfValue(ref reader);
        return size;
    }

    private static int OfSet(ref JsonCursor reader, byte type)
    {
        var size = 0;
        while (reader.NextElement())
            size += OfScalar(reader.ReadString(), type);
        return size;
    }

    private static int OfFlag(ref JsonCursor reader)
    {
        reader.Skip();
        return 1;
    }

    private static int OfScalar(string text, byte type) => type switch
    {
        (byte)'B' => Base64.GetMaxDecodedFromUtf8Length(text.Length) - text.AsSpan().Count('='),
        (byte)'N' => OfNumber(Encoding.UTF8.GetBytes(text)),
        _ => Encoding.UTF8.GetByteCount(text),
    };

    /// <summary>
    /// One byte for every two digits, aligned on even powers of ten, one for the exponent and one for a sign. Zero takes one byte.
    /// </summary>
    private static int OfNumber(ReadOnlySpan<byte> text)
    {
        if (!NumberText.TryParse(text, stackalloc byte[NumberText.MaxDigits], out var number))
            return text.Length;
        if (number.Digits.IsEmpty)
            return 1;

        const int EvenAndPositive = 1000;
        var last = (number.Exponent + EvenAndPositive) / 2;
        var first = (number.Exponent + number.Digits.Length - 1 + EvenAndPositive) / 2;
        return first - last + 2 + (number.IsNegative ? 1 : 0);
    }
}
