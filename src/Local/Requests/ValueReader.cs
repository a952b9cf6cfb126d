using System.Runtime.InteropServices;
using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests;

/// <summary>DynamoDB JSON to values, with the checks that the service makes on every value in a request.</summary>
internal static class ValueReader
{
    /// <summary>The maximum number of levels of an attribute: a list or map is the first, its content the second.</summary>
    public const int MaxLevels = 32;

    /// <summary>Reads an item that is to be kept as a whole: an object of names and values.</summary>
    public static MapValue ReadItem(JsonElement element) =>
        ItemScanner.TryRead(JsonMarshal.GetRawUtf8Value(element).ToArray(), out _) ?? ReadMap(element, 0);

    /// <summary>Reads an item or a key: an object of names and values.</summary>
    public static MapValue ReadMap(JsonElement element) => ReadMap(element, 0);

    /// <summary>Reads one value.</summary>
    public static Value Read(JsonElement element) => Read(element, 1);

    private static MapValue ReadMap(JsonElement element, int level)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw JsonTypeErrors.UnexpectedType();

        var members = new Dictionary<string, Value>();
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
                members[NameCache.Share(AttributeNames.Check(JsonText.NameOf(property)))] = Read(property.Value, level + 1);
        }

        return new MapValue(members);
    }

    private static Value Read(JsonElement element, int level)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw element.ValueKind == JsonValueKind.Array
                ? JsonTypeErrors.UnexpectedArray(JsonTypeErrors.ApiTypes + "AttributeValue")
                : DynamoError.Serialization("Unexpected value type in payload");
        }

        if (level > MaxLevels)
            throw TooManyLevels();

        Value? value = null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null || !ValueKinds.TryParse(JsonText.NameOf(property), out var kind))
                continue;

            var read = Read(kind, property.Value, level);
            if (value is not null && value.Kind != read.Kind)
                throw MoreThanOneType();
            value = read;
        }

        return value
            ?? throw DynamoError.Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    private static Value Read(ValueKind kind, JsonElement content, int level)
    {
        switch (kind)
        {
            case ValueKind.S:
                return new StringValue(Fields.TextOf(content));
            case ValueKind.N:
                return new NumberValue(NumberText.Parse(Fields.TextOf(content)));
            case ValueKind.B:
                return new BinaryValue(ReadBinary(content));
            case ValueKind.BOOL:
                return Fields.FlagOf(content) ? BoolValue.True : BoolValue.False;
            case ValueKind.NULL:
                return Fields.FlagOf(content)
                    ? NullValue.Instance
                    : throw DynamoError.InvalidParameter("Null attribute value types must have the value of true");
            case ValueKind.L:
                return ReadList(content, level);
            case ValueKind.M:
                if (content.ValueKind == JsonValueKind.Array)
                {
                    throw DynamoError.Serialization(
                        $"Unrecognized collection type java.util.Map<java.lang.String, {JsonTypeErrors.ApiTypes}AttributeValue>");
                }

                return ReadMap(content, level);
            default:
                return SetReader.Read(kind, content);
        }
    }

    private static ListValue ReadList(JsonElement content, int level)
    {
        Fields.ThrowUnlessArray(content);
        var elements = new Value[content.GetArrayLength()];
        var i = 0;
        foreach (var element in content.EnumerateArray())
            elements[i++] = Read(element, level + 1);
        return new ListValue(elements);
    }

    /// <summary>Reads base 64.</summary>
    public static byte[] ReadBinary(JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.Array)
            throw JsonTypeErrors.UnexpectedArray("java.nio.ByteBuffer");
        if (content.ValueKind == JsonValueKind.Object)
            throw JsonTypeErrors.UnexpectedStructure();
        if (content.ValueKind != JsonValueKind.String)
            throw DynamoError.Serialization("only base-64-encoded strings are convertible to bytes");

        var text = JsonText.Of(content);
        if (text.Length % 4 != 0)
            throw DynamoError.Serialization($"Base64 encoded length is expected a multiple of 4 bytes but found: {text.Length}");

        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64String(text, bytes, out var written)
            ? written == bytes.Length ? bytes : bytes[..written]
            : throw DynamoError.Serialization("Invalid Base64 character found in a binary value");
    }

    /// <summary>The error of a union that has more than one member.</summary>
    public static DynamoError MoreThanOneType() => DynamoError.Validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");

    /// <summary>The error of an attribute that is nested too deeply.</summary>
    public static DynamoError TooManyLevels() => DynamoError.Validation(
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
}
