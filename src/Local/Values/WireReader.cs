using System.Buffers.Text;

namespace DynamoToolkit.Local.Values;

/// <summary>Reads the output of <see cref="WireWriter"/>, and only that: other JSON may have white space and other orders.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> wire)
{
    private readonly ReadOnlySpan<byte> wire = wire;
    private int place;

    /// <summary>Reads an item.</summary>
    public static Dictionary<string, Value> ReadMembers(ReadOnlySpan<byte> wire) => new WireReader(wire).ReadMembers();

    /// <summary>Reads a value.</summary>
    public static Value ReadValue(ReadOnlySpan<byte> wire) => new WireReader(wire).ReadValue();

    /// <summary>Reads one attribute of an item.</summary>
    /// <param name="wire">The item.</param>
    /// <param name="name">The attribute's name, escaped.</param>
    /// <returns>Null if the item does not have the attribute.</returns>
    public static Value? Find(ReadOnlySpan<byte> wire, ReadOnlySpan<byte> name)
    {
        var reader = new WireReader(wire);
        while (reader.MoveToMember(out var found))
        {
            if (found.SequenceEqual(name))
                return reader.ReadValue();
            reader.Skip();
        }

        return null;
    }

    /// <summary>Finds a string, number or binary among the attributes of an item.</summary>
    /// <param name="wire">The item.</param>
    /// <param name="name">The attribute's name, escaped.</param>
    /// <param name="kind">Its type.</param>
    /// <param name="content">Its content, as the item has it.</param>
    /// <returns>False if the item does not have the attribute, or with another type.</returns>
    public static bool TryFindScalar(
        ReadOnlySpan<byte> wire, ReadOnlySpan<byte> name, out ValueKind kind, out ReadOnlySpan<byte> content)
    {
        kind = default;
        content = default;
        var reader = new WireReader(wire);
        while (reader.MoveToMember(out var found))
        {
            if (!found.SequenceEqual(name))
            {
                reader.Skip();
                continue;
            }

            kind = ValueKinds.OfOpening(wire[reader.place..], out var length);
            if (kind is not (ValueKind.S or ValueKind.N or ValueKind.B))
                return false;

            var start = reader.place + length + 1;
            content = wire[start..WireText.EndOf(wire, start)];
            return true;
        }

        return false;
    }

    /// <summary>Makes a string, number or binary of its content.</summary>
    public static Value ReadContent(ValueKind kind, ReadOnlySpan<byte> content) => kind switch
    {
        ValueKind.S => new StringValue(WireText.Read(content)),
        ValueKind.N => new NumberValue(NumberText.ParsePlain(content)),
        _ => new BinaryValue(ReadBase64(content)),
    };

    /// <summary>Reads the vector of an item.</summary>
    /// <param name="wire">The item.</param>
    /// <param name="name">The attribute's name, escaped.</param>
    /// <param name="vector">Where to write, as long as the vector must be.</param>
    /// <returns>False if the attribute is not a list of that many 32-bit numbers.</returns>
    public static bool TryFindVector(ReadOnlySpan<byte> wire, ReadOnlySpan<byte> name, Span<float> vector)
    {
        var reader = new WireReader(wire);
        while (reader.MoveToMember(out var found))
        {
            if (found.SequenceEqual(name))
                return reader.TryReadVector(vector);
            reader.Skip();
        }

        return false;
    }

    /// <summary>The number of attributes of an item.</summary>
    public static int Count(ReadOnlySpan<byte> wire)
    {
        var reader = new WireReader(wire);
        var count = 0;
        for (; reader.MoveToMember(out _); count++)
            reader.Skip();
        return count;
    }

    /// <summary>Where the attributes of an item begin, where their names end, and where they end.</summary>
    public static List<(int Start, int NameEnd, int End)> Attributes(ReadOnlySpan<byte> wire)
    {
        var reader = new WireReader(wire);
        var attributes = new List<(int, int, int)>();
        while (reader.MoveToMember(out var name))
        {
            var nameEnd = reader.place - 2;
            reader.Skip();
            attributes.Add((nameEnd - name.Length - 1, nameEnd, reader.place));
        }

        return attributes;
    }

    // Moves into the object at its beginning, behind a comma otherwise. Returns false at its end, and moves behind it.
    private bool MoveToMember(out ReadOnlySpan<byte> name)
    {
        name = default;
        var isEnd = wire[place] == '}' || wire[place + 1] == '}';
        if (isEnd)
        {
            place += wire[place] == '}' ? 1 : 2;
            return false;
        }

        var end = WireText.EndOf(wire, place + 2);
        name = wire[(place + 2)..end];
        place = end + 2;
        return true;
    }

    private Dictionary<string, Value> ReadMembers()
    {
        var members = new Dictionary<string, Value>();
        while (MoveToMember(out var name))
            members[ReadName(name)] = ReadValue();
        return members;
    }

    private static string ReadName(ReadOnlySpan<byte> name) =>
        WireText.HasEscapes(name) ? WireText.Read(name) : NameCache.Read(name);

    private Value ReadValue()
    {
        var kind = ValueKinds.OfOpening(wire[place..], out var length);
        place += length;
        Value value = kind switch
        {
            ValueKind.BOOL => ReadTrue() ? BoolValue.True : BoolValue.False,
            ValueKind.NULL => ReadTrue() ? NullValue.Instance : throw new InvalidDataException("A null value is not true."),
            ValueKind.L => new ListValue(ReadAll(null)),
            ValueKind.M => new MapValue(ReadMembers()),
            ValueKind.SS or ValueKind.NS or ValueKind.BS => new SetValue(kind, ReadAll(SetValue.ElementKindOf(kind))),
            _ => ReadScalar(kind),
        };

        // The brace that closes the value.
        place++;
        return value;
    }

    private bool ReadTrue()
    {
        var isTrue = wire[place] == 't';
        place += isTrue ? 4 : 5;
        return isTrue;
    }

    private Value[] ReadAll(ValueKind? scalars)
    {
        var values = new List<Value>();

        // The bracket that opens the array or the comma before the element.
        while (wire[place] != ']' && wire[place + 1] != ']')
        {
            place++;
            values.Add(scalars is { } kind ? ReadScalar(kind) : ReadValue());
        }

        place += wire[place] == ']' ? 1 : 2;
        return [.. values];
    }

    private bool TryReadVector(Span<float> vector)
    {
        if (ValueKinds.OfOpening(wire[place..], out var length) != ValueKind.L)
            return false;

        place += length;
        var count = 0;
        while (wire[place] != ']' && wire[place + 1] != ']')
        {
            place++;
            if (count == vector.Length || ValueKinds.OfOpening(wire[place..], out length) != ValueKind.N)
                return false;

            var start = place + length + 1;
            var end = WireText.EndOf(wire, start);
            if (!Vectors.TryRead(wire[start..end], out vector[count++]))
                return false;

            // The quote that ends the number and the brace that closes the value.
            place = end + 2;
        }

        return count == vector.Length;
    }

    private Value ReadScalar(ValueKind kind)
    {
        var end = WireText.EndOf(wire, place + 1);
        var content = wire[(place + 1)..end];
        place = end + 1;
        return ReadContent(kind, content);
    }

    private static byte[] ReadBase64(ReadOnlySpan<byte> content)
    {
        var padding = content switch
        {
            [.., (byte)'=', (byte)'='] => 2,
            [.., (byte)'='] => 1,
            _ => 0,
        };
        var bytes = new byte[(content.Length / 4 * 3) - padding];
        Base64.DecodeFromUtf8(content, bytes, out _, out _);
        return bytes;
    }

    // Moves behind a value: an object, whose braces and brackets in strings do not count.
    private void Skip()
    {
        // Most values are strings and numbers, {"S":"…"}: behind a tag of one letter and a colon is a quote.
        if (wire[place + 3] == '"' && wire[place + 5] == '"')
        {
            place = WireText.EndOf(wire, place + 6) + 2;
            return;
        }

        var depth = 0;
        do
        {
            place += wire[place..].IndexOfAny("\"{}[]"u8);
            switch (wire[place])
            {
                case (byte)'"':
                    place = WireText.EndOf(wire, place + 1);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }

            place++;
        }
        while (depth > 0);
    }
}
