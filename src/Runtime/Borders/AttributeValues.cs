using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Borders;

/// <summary>Reads and writes the AWS SDK's attribute values as DynamoDB JSON.</summary>
internal static class AttributeValues
{
    /// <summary>Writes a map's attributes as one JSON object.</summary>
    public static void WriteMap(ref ItemWriter writer, IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
    {
        var start = writer.BeginMap();
        foreach (var (name, value) in attributes)
        {
            writer.WriteName(name);
            Write(ref writer, value);
        }

        writer.EndMap(start);
    }

    /// <summary>Reads a map's attributes from one JSON object.</summary>
    public static Dictionary<string, AttributeValue> ReadMap(ref ItemReader reader)
    {
        var attributes = new Dictionary<string, AttributeValue>();
        reader.BeginMap();
        while (reader.ReadName(out var name))
            attributes[reader.TextOf(name)] = Read(ref reader);

        return attributes;
    }

    /// <summary>Writes one attribute value.</summary>
    /// <remarks>
    /// Only <c>IsMSet</c> and <c>IsLSet</c> show whether there is a map or a list: with <c>AWSConfigs.InitializeCollections</c> every value
    /// has an empty one of each.
    /// </remarks>
    public static void Write(ref ItemWriter writer, AttributeValue value)
    {
        if (value is null)
            throw writer.Invalid(ItemWriter.NullRule);

        if (value.S is { } text)
            writer.WriteStringValue(text);
        else if (value.N is { } number)
            writer.WriteNumberText(Encoding.UTF8.GetBytes(number));
        else if (value.BOOL is { } boolean)
            writer.WriteBooleanValue(boolean);
        else if (value.NULL == true)
            writer.WriteNullValue();
        else if (value.B is { } binary)
            writer.WriteBinaryValue(binary.ToArray());
        else if (value.IsMSet)
            WriteMapValue(ref writer, value.M);
        else if (value.IsLSet)
            WriteList(ref writer, value.L);
        else
            WriteSet(ref writer, value);
    }

    /// <summary>Reads one attribute value.</summary>
    public static AttributeValue Read(ref ItemReader reader)
    {
        switch (reader.PeekTag())
        {
            case [(byte)'S']:
                return new AttributeValue { S = reader.ReadString() };
            case [(byte)'N']:
                return new AttributeValue { N = Encoding.UTF8.GetString(reader.ReadNumberText()) };
            case [(byte)'B']:
                return new AttributeValue { B = StreamOf(reader.ReadBytes()) };
            case [(byte)'B', (byte)'O', ..]:
                return new AttributeValue { BOOL = reader.ReadBoolean() };
            case [(byte)'L']:
                return new AttributeValue { L = ListConverter<AttributeValue, AttributeValueConverter>.Read(ref reader) };
            case [(byte)'M']:
                reader.BeginMapValue();
                var map = ReadMap(ref reader);
                reader.EndMapValue();
                return new AttributeValue { M = map };
            case [_, (byte)'S']:
                return ReadSet(ref reader);
            default:
                return reader.TryReadNull() ? new AttributeValue { NULL = true } : throw reader.Mismatch("an attribute value");
        }
    }

    private static void WriteMapValue(ref ItemWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.EnterLevel();
        writer.WriteRaw("{\"M\":"u8);
        var start = writer.Position;
        WriteMap(ref writer, map);
        writer.LeaveLevel(start);
        writer.WriteRaw("}"u8);
    }

    private static void WriteList(ref ItemWriter writer, List<AttributeValue> list)
    {
        var start = writer.BeginList();
        foreach (var element in list)
        {
            writer.WriteComma();
            Write(ref writer, element);
        }

        writer.EndList(start);
    }

    private static void WriteSet(ref ItemWriter writer, AttributeValue value)
    {
        var set = writer.BeginSet();
        foreach (var text in value.SS ?? [])
        {
            var start = writer.BeginSetElement();
            writer.WriteStringValue(text);
            writer.EndSetElement(start, set);
        }

        foreach (var number in value.NS ?? [])
        {
            var start = writer.BeginSetElement();
            writer.WriteNumberText(Encoding.UTF8.GetBytes(number));
            writer.EndSetElement(start, set);
        }

        foreach (var binary in value.BS ?? [])
        {
            var start = writer.BeginSetElement();
            writer.WriteBinaryValue(binary.ToArray());
            writer.EndSetElement(start, set);
        }

        if (writer.IsEmptySet(set))
        {
            throw writer.Invalid(
                "is an AttributeValue without a value, or an empty set, which DynamoDB cannot store. "
                + "Set NULL, or leave the attribute out.");
        }

        writer.EndSet(set);
    }

    private static AttributeValue ReadSet(ref ItemReader reader)
    {
        switch (reader.BeginSet())
        {
            case 'S':
                var texts = new List<string>();
                while (reader.NextSetElement())
                    texts.Add(reader.ReadString());

                return new AttributeValue { SS = texts };
            case 'N':
                var numbers = new List<string>();
                while (reader.NextSetElement())
                    numbers.Add(Encoding.UTF8.GetString(reader.ReadNumberText()));

                return new AttributeValue { NS = numbers };
            default:
                var binaries = new List<MemoryStream>();
                while (reader.NextSetElement())
                    binaries.Add(StreamOf(reader.ReadBytes()));

                return new AttributeValue { BS = binaries };
        }
    }

    /// <summary>The buffer is exposed because users of the SDK call <c>GetBuffer</c>.</summary>
    private static MemoryStream StreamOf(byte[] bytes) => new(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
}
