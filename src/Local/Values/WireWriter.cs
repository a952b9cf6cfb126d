using System.Buffers.Text;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// Values to the bytes in which items are kept: DynamoDB JSON without white space, numbers in plain notation, strings as
/// <see cref="WireText"/> has them. Equal items whose attributes have the same order have equal bytes.
/// </summary>
internal static class WireWriter
{
    /// <summary>Writes an item of its members: an object of names and values.</summary>
    public static void WriteMembers(WireBuffer output, MapValue map)
    {
        var separator = "{\""u8;
        foreach (var (name, value) in map.Members)
        {
            output.Write(separator);
            WireText.Write(output, name);
            output.Write("\":"u8);
            Write(output, value);
            separator = ",\""u8;
        }

        output.Write(map.Members.Count == 0 ? "{}"u8 : "}"u8);
    }

    /// <summary>Writes one value: an object whose only member is named after the type.</summary>
    public static void Write(WireBuffer output, Value value)
    {
        output.Write(value.Kind.Opening());
        switch (value)
        {
            case BoolValue boolean:
                output.Write(boolean.IsTrue ? "true"u8 : "false"u8);
                break;
            case NullValue:
                output.Write("true"u8);
                break;
            case SetValue set:
                WriteAll(output, set.Elements, WriteScalar);
                break;
            case ListValue list:
                WriteAll(output, list.Elements, Write);
                break;
            case MapValue map:
                map.WriteTo(output);
                break;
            default:
                WriteScalar(output, value);
                break;
        }

        output.Write("}"u8);
    }

    private static void WriteAll(WireBuffer output, Value[] values, Action<WireBuffer, Value> write)
    {
        output.Write("["u8);
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
                output.Write(","u8);
            write(output, values[i]);
        }

        output.Write("]"u8);
    }

    private static void WriteScalar(WireBuffer output, Value value)
    {
        output.Write("\""u8);
        switch (value)
        {
            case StringValue text:
                WireText.Write(output, text.Text);
                break;
            case NumberValue number:
                var digits = number.Number.ToString();
                output.Advance(Encoding.ASCII.GetBytes(digits, output.GetSpan(digits.Length)));
                break;
            case BinaryValue binary:
                WriteBase64(output, binary.Bytes);
                break;
        }

        output.Write("\""u8);
    }

    /// <summary>Writes bytes in base 64, without quotes.</summary>
    public static void WriteBase64(WireBuffer output, ReadOnlySpan<byte> bytes)
    {
        Base64.EncodeToUtf8(bytes, output.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        output.Advance(written);
    }
}
