using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// The output of <see cref="WireWriter"/> in the form in which memory holds it. Most of an item's JSON lies between the contents of its
/// strings and numbers, and is the same in many items: names, types, braces. Each of these fragments is a number
/// (<see cref="WireFragments"/>) here, so that a packed item has little more than its contents. It has a meaning only in this process.
/// </summary>
/// <remarks>
/// First the length of the JSON, then fragments and contents in turns. A fragment is its number, or <see cref="WireFragments.None"/>, its
/// length and its bytes. A content is its length and its bytes. The last fragment has no content. Numbers have seven bits in a byte.
/// </remarks>
internal static class WirePacking
{
    private const byte Quote = (byte)'"';
    private const byte More = 0x80;

    /// <summary>The maximum length of a packed item.</summary>
    /// <param name="length">The length of its JSON.</param>
    // The worst are fragments of three bytes that are not known, between empty contents: three more bytes for each.
    public static int MaxLength(int length) => 16 + (2 * length);

    /// <summary>Packs an item.</summary>
    /// <param name="fragments">The fragments that have numbers.</param>
    /// <param name="wire">The JSON of the item.</param>
    /// <param name="packed">Where to write. It has at least <see cref="MaxLength"/> bytes.</param>
    /// <returns>The length of the packed item.</returns>
    public static int Pack(WireFragments fragments, ReadOnlySpan<byte> wire, Span<byte> packed)
    {
        var (place, length, previous) = (0, 0, WireFragments.None);
        Write(packed, ref length, wire.Length);
        while (true)
        {
            var code = fragments.FollowerOf(previous);
            var fragment = fragments.TextOf(code);
            if (!IsNext(wire[place..], fragment))
            {
                fragment = wire[place..EndOfFragment(wire, place)];
                code = fragments.CodeOf(fragment, previous);
            }

            Write(packed, ref length, code);
            if (code == WireFragments.None)
                WriteBytes(packed, ref length, fragment);
            place += fragment.Length;
            if (place == wire.Length)
                return length;

            var end = WireText.EndOf(wire, place);
            WriteBytes(packed, ref length, wire[place..end]);
            (place, previous) = (end, code);
        }
    }

    /// <summary>The length of the JSON of a packed item.</summary>
    public static int LengthOf(ReadOnlySpan<byte> packed)
    {
        var place = 0;
        return Read(packed, ref place);
    }

    /// <summary>Writes the JSON of a packed item.</summary>
    public static void Unpack(WireFragments fragments, ReadOnlySpan<byte> packed, WireBuffer output)
    {
        var length = LengthOf(packed);
        Unpack(fragments, packed, output.GetSpan(length));
        output.Advance(length);
    }

    /// <summary>The JSON of a packed item.</summary>
    public static byte[] Unpack(WireFragments fragments, ReadOnlySpan<byte> packed)
    {
        var wire = GC.AllocateUninitializedArray<byte>(LengthOf(packed));
        Unpack(fragments, packed, wire);
        return wire;
    }

    /// <summary>Finds a string, number or binary among the attributes of a packed item.</summary>
    /// <param name="fragments">The fragments that have numbers.</param>
    /// <param name="packed">The packed item.</param>
    /// <param name="name">The attribute's name, escaped.</param>
    /// <param name="kind">Its type; null if the item does not have the attribute.</param>
    /// <param name="content">Its content, as the item has it.</param>
    /// <returns>False if that cannot be seen in the packed item.</returns>
    public static bool TryFindScalar(
        WireFragments fragments, ReadOnlySpan<byte> packed, ReadOnlySpan<byte> name, out ValueKind? kind, out ReadOnlySpan<byte> content)
    {
        kind = null;
        content = default;
        var (place, depth) = (0, 0);
        Read(packed, ref place);
        while (true)
        {
            var code = Read(packed, ref place);
            if (code == WireFragments.None)
                return false;

            var shape = fragments.ShapeOf(code);
            var text = fragments.TextOf(code);
            foreach (var known in shape.Names)
            {
                // The attributes are inside the one brace around the item.
                if (depth + known.Depth != 1 || known.Length != name.Length || !text.Slice(known.Start, name.Length).SequenceEqual(name))
                    continue;

                kind = known.Scalar;
                if (kind is null)
                    return false;
                content = ReadBytes(packed, ref place);
                return true;
            }

            if (place == packed.Length)
                return true;

            depth += shape.Change;
            ReadBytes(packed, ref place);
        }
    }

    private static void Unpack(WireFragments fragments, ReadOnlySpan<byte> packed, Span<byte> wire)
    {
        var place = 0;
        Read(packed, ref place);
        while (true)
        {
            var code = Read(packed, ref place);
            var fragment = code == WireFragments.None ? ReadBytes(packed, ref place) : fragments.TextOf(code);
            fragment.CopyTo(wire);
            wire = wire[fragment.Length..];
            if (place == packed.Length)
                return;

            var content = ReadBytes(packed, ref place);
            content.CopyTo(wire);
            wire = wire[content.Length..];
        }
    }

    // A fragment that ends with a quote ends where a content begins, any other one where the item ends.
    private static bool IsNext(ReadOnlySpan<byte> wire, ReadOnlySpan<byte> fragment) =>
        !fragment.IsEmpty && wire.StartsWith(fragment) && (fragment[^1] == Quote || wire.Length == fragment.Length);

    /// <summary>The end of the fragment that begins at a place: where the next content begins, or where the item ends.</summary>
    /// <param name="wire">The JSON of the item.</param>
    /// <param name="place">The beginning of the item, or the quote behind a content.</param>
    // The colon behind a string shows that it is a name or a type.
    public static int EndOfFragment(ReadOnlySpan<byte> wire, int place)
    {
        if (wire[place] == Quote)
            place++;
        while (true)
        {
            var quote = wire[place..].IndexOf(Quote);
            if (quote < 0)
                return wire.Length;

            var start = place + quote + 1;
            place = WireText.EndOf(wire, start) + 1;
            if (wire[place] != ':')
                return start;
        }
    }

    private static void WriteBytes(Span<byte> output, ref int length, ReadOnlySpan<byte> bytes)
    {
        Write(output, ref length, bytes.Length);
        bytes.CopyTo(output[length..]);
        length += bytes.Length;
    }

    private static ReadOnlySpan<byte> ReadBytes(ReadOnlySpan<byte> packed, scoped ref int place)
    {
        var length = Read(packed, ref place);
        place += length;
        return packed.Slice(place - length, length);
    }

    private static void Write(Span<byte> output, ref int length, int number)
    {
        for (; number >= More; number >>= 7)
            output[length++] = (byte)(number | More);
        output[length++] = (byte)number;
    }

    private static int Read(ReadOnlySpan<byte> packed, scoped ref int place)
    {
        int number = packed[place++];
        if (number < More)
            return number;

        number &= More - 1;
        for (var shift = 7; ; shift += 7)
        {
            var next = packed[place++];
            number |= (next & (More - 1)) << shift;
            if (next < More)
                return number;
        }
    }
}
