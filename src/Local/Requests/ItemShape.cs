using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests;

/// <summary>
/// The shape of an item that has been checked: all names, types and braces, which are the same in many items. In an item of the same shape
/// only the contents of strings and numbers are left to check. No shape has binaries.
/// </summary>
internal sealed class ItemShape
{
    private const int MaxContents = 64;
    private const int MaxBytes = 4096;

    // What lies between the contents: one more than contents.
    private readonly byte[][] fragments;

    // Whether a content is a number, and where the set begins to which it belongs. Outside of sets it begins with itself.
    private readonly (bool IsNumber, int SetStart)[] contents;
    private readonly int sizeWithoutContents;

    private ItemShape(byte[][] fragments, (bool IsNumber, int SetStart)[] contents, int sizeWithoutContents)
    {
        this.fragments = fragments;
        this.contents = contents;
        this.sizeWithoutContents = sizeWithoutContents;
    }

    /// <summary>The shape of an item.</summary>
    /// <param name="wire">The item as tables keep it.</param>
    /// <param name="size">Its size as DynamoDB counts it.</param>
    /// <returns>Null if the item is not plain enough, or too large.</returns>
    public static ItemShape? Of(ReadOnlySpan<byte> wire, int size)
    {
        var fragments = new List<byte[]>();
        var contents = new List<(bool IsNumber, int SetStart)>();
        for (var (place, bytes) = (0, 0); ;)
        {
            var start = WirePacking.EndOfFragment(wire, place);
            var fragment = wire[place..start];
            bytes += fragment.Length;
            if (bytes > MaxBytes)
                return null;

            fragments.Add(fragment.ToArray());
            if (start == wire.Length)
                return new ItemShape([.. fragments], [.. contents], size);

            place = WireText.EndOf(wire, start);
            if (contents.Count == MaxContents || !TryDescribe(fragment, contents)
                || !TryMeasure(wire[start..place], contents[^1].IsNumber, out var own))
            {
                return null;
            }

            size -= own;
        }
    }

    /// <summary>Checks an item.</summary>
    /// <param name="json">UTF-8 that begins with the item.</param>
    /// <param name="length">The length of the item in bytes.</param>
    /// <param name="size">Its size as DynamoDB counts it.</param>
    /// <returns>False if the item does not have this shape, or not in the form in which tables keep items.</returns>
    public bool TryMatch(ReadOnlySpan<byte> json, out int length, out int size)
    {
        (length, size) = (0, sizeWithoutContents);
        Span<(int Start, int End)> places = stackalloc (int, int)[contents.Length];
        for (var i = 0; ; i++)
        {
            var fragment = fragments[i];
            if (!json[length..].StartsWith(fragment))
                return false;

            length += fragment.Length;
            if (i == contents.Length)
                return true;

            // A content that does not end there does not match the next fragment, which begins with a quote.
            var start = length;
            if (!WireText.TryFindSpecial(json, ref length))
                return false;

            var content = json[start..length];
            if (!TryMeasure(content, contents[i].IsNumber, out var own))
                return false;

            size += own;
            places[i] = (start, length);
            for (var other = contents[i].SetStart; other < i; other++)
            {
                if (json[places[other].Start..places[other].End].SequenceEqual(content))
                    return false;
            }
        }
    }

    // By the fragment before it.
    private static bool TryDescribe(ReadOnlySpan<byte> fragment, List<(bool IsNumber, int SetStart)> contents)
    {
        if (fragment.SequenceEqual("\",\""u8))
        {
            contents.Add(contents[^1]);
            return true;
        }

        var isNumber = fragment.EndsWith("{\"N\":\""u8) || fragment.EndsWith("{\"NS\":[\""u8);
        contents.Add((isNumber, contents.Count));
        return isNumber || fragment.EndsWith("{\"S\":\""u8) || fragment.EndsWith("{\"SS\":[\""u8);
    }

    private static bool TryMeasure(ReadOnlySpan<byte> content, bool isNumber, out int size)
    {
        size = content.Length;
        return isNumber ? PlainNumber.TryMeasure(content, out size) : !WireText.HasEscapes(content);
    }
}
