using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>Values to and from bytes.</summary>
internal static class ValueCodec
{
    private const byte NegativeSign = 1;

    // Exponents range from -167 to 125. The offset makes them positive.
    private const int ExponentOffset = 256;

    /// <summary>Writes an item or a key.</summary>
    public static void WriteMap(BinaryOutput output, MapValue map)
    {
        output.WriteNumber((uint)map.Members.Count);
        foreach (var (name, value) in map.Members)
        {
            output.WriteText(name);
            Write(output, value);
        }
    }

    /// <summary>Reads an item or a key.</summary>
    public static MapValue ReadMap(ref BinaryInput input)
    {
        var count = input.ReadCount();
        var members = new Dictionary<string, Value>(count);
        for (var i = 0; i < count; i++)
        {
            var name = NameCache.Share(input.ReadText());
            members[name] = Read(ref input);
        }

        return new MapValue(members);
    }

    private static void Write(BinaryOutput output, Value value)
    {
        output.WriteByte((byte)value.Kind);
        switch (value)
        {
            case StringValue text:
                output.WriteText(text.Text);
                break;
            case NumberValue number:
                WriteNumber(output, number.Number);
                break;
            case BinaryValue binary:
                output.WriteBytes(binary.Bytes);
                break;
            case BoolValue boolean:
                output.WriteByte(boolean.IsTrue ? (byte)1 : (byte)0);
                break;
            case SetValue set:
                WriteAll(output, set.Elements);
                break;
            case ListValue list:
                WriteAll(output, list.Elements);
                break;
            case MapValue map:
                WriteMap(output, map);
                break;
        }
    }

    private static Value Read(ref BinaryInput input)
    {
        var kind = (ValueKind)input.ReadByte();
        return kind switch
        {
            ValueKind.S => new StringValue(input.ReadText()),
            ValueKind.N => new NumberValue(ReadNumber(ref input)),
            ValueKind.B => new BinaryValue(input.ReadBytes().ToArray()),
            ValueKind.BOOL => input.ReadByte() != 0 ? BoolValue.True : BoolValue.False,
            ValueKind.NULL => NullValue.Instance,
            ValueKind.SS or ValueKind.NS or ValueKind.BS => new SetValue(kind, ReadAll(ref input)),
            ValueKind.L => new ListValue(ReadAll(ref input)),
            ValueKind.M => ReadMap(ref input),
            _ => throw new InvalidDataException($"There is no data type {(byte)kind}."),
        };
    }

    private static void WriteAll(BinaryOutput output, Value[] values)
    {
        output.WriteNumber((uint)values.Length);
        foreach (var value in values)
            Write(output, value);
    }

    private static Value[] ReadAll(ref BinaryInput input)
    {
        var values = new Value[input.ReadCount()];
        for (var i = 0; i < values.Length; i++)
            values[i] = Read(ref input);
        return values;
    }

    private static void WriteNumber(BinaryOutput output, DynamoNumber number)
    {
        output.WriteByte(number.IsNegative ? NegativeSign : (byte)0);
        output.WriteNumber((uint)(number.Exponent + ExponentOffset));
        output.WriteNumber(number.Coefficient);
    }

    private static DynamoNumber ReadNumber(ref BinaryInput input)
    {
        var negative = input.ReadByte() == NegativeSign;
        var exponent = (int)input.ReadNumber() - ExponentOffset;
        return new DynamoNumber(negative, input.ReadNumber(), exponent);
    }
}
