using System.Text.Json;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>The members of a request's object, read as the types that the API gives them. A JSON null is the same as an absent member.</summary>
internal readonly struct Fields(JsonElement element)
{
    private const string StructureFound = "Start of structure or map found where not expected";

    /// <summary>Whether the member is there and not null.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>The member as it is.</summary>
    public bool TryGet(string name, out JsonElement value)
    {
        if (JsonText.TryGetMember(element, name, out value) && value.ValueKind != JsonValueKind.Null)
            return true;

        value = default;
        return false;
    }

    /// <summary>A string, or null.</summary>
    public string? Text(string name) => TryGet(name, out var value) ? TextOf(value) : null;

    /// <summary>A boolean, or null. The service takes some words for booleans as well.</summary>
    public bool? Flag(string name) => TryGet(name, out var value) ? FlagOf(value) : null;

    /// <summary>A boolean that is false when it is absent.</summary>
    public bool IsSet(string name) => Flag(name) ?? false;

    /// <summary>A whole number, or null. A fraction is cut off, as the service does; beyond a long it stays at the end.</summary>
    public long? Whole(string name)
    {
        if (!TryGet(name, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.Number => ToWhole(value),
            JsonValueKind.String => throw Unconvertible("STRING_VALUE", "Integer"),
            JsonValueKind.True => throw Unconvertible("TRUE_VALUE", "Integer"),
            JsonValueKind.False => throw Unconvertible("FALSE_VALUE", "Integer"),
            JsonValueKind.Array => throw Collection("java.lang.Integer"),
            _ => throw DynamoError.Serialization(StructureFound),
        };
    }

    /// <summary>An object with known members, or null.</summary>
    public Fields? Structure(string name) => TryGet(name, out var value) ? StructureOf(value, name) : null;

    /// <summary>An object with free member names, or null.</summary>
    public JsonElement? Map(string name)
    {
        if (!TryGet(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return value;
        throw value.ValueKind == JsonValueKind.Array ? Collection("java.util.Map") : UnexpectedType();
    }

    /// <summary>An array, or null.</summary>
    public JsonElement? List(string name)
    {
        if (!TryGet(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array)
            return value;
        throw value.ValueKind == JsonValueKind.Object ? DynamoError.Serialization(StructureFound) : UnexpectedType();
    }

    /// <summary>An array of strings, or null.</summary>
    public List<string>? Texts(string name)
    {
        if (List(name) is not { } list)
            return null;

        var texts = new List<string>(list.GetArrayLength());
        foreach (var text in list.EnumerateArray())
            texts.Add(TextOf(text));
        return texts;
    }

    /// <summary>An array of objects with known members; empty when it is absent.</summary>
    public List<Fields> Structures(string name)
    {
        if (List(name) is not { } list)
            return [];

        var structures = new List<Fields>(list.GetArrayLength());
        foreach (var structure in list.EnumerateArray())
            structures.Add(StructureOf(structure, name));
        return structures;
    }

    /// <summary>The member's JSON, for messages that quote it.</summary>
    public string Raw(string name) => TryGet(name, out var value) ? value.GetRawText() : "null";

    /// <summary>A string element.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(value),
        JsonValueKind.Number => throw Unconvertible(NumberTag(value), "String"),
        JsonValueKind.True => throw Unconvertible("TRUE_VALUE", "String"),
        JsonValueKind.False => throw Unconvertible("FALSE_VALUE", "String"),
        JsonValueKind.Array => throw Collection("java.lang.String"),
        JsonValueKind.Null => throw UnexpectedType(),
        _ => throw DynamoError.Serialization(StructureFound),
    };

    /// <summary>A boolean element.</summary>
    public static bool FlagOf(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case JsonValueKind.String:
                return JsonText.Of(value).ToUpperInvariant() switch
                {
                    "TRUE" or "1" or "YES" => true,
                    "FALSE" or "0" or "NO" => false,
                    _ => throw DynamoError.Serialization("Unexpected token received from parser"),
                };
            case JsonValueKind.Number:
                throw Unconvertible(NumberTag(value), "Boolean");
            case JsonValueKind.Array:
                throw Collection("java.lang.Boolean");
            default:
                throw DynamoError.Serialization(StructureFound);
        }
    }

    /// <summary>An object element with known members.</summary>
    public static Fields StructureOf(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Object => new Fields(value),
        JsonValueKind.Array => throw Collection("com.amazonaws.dynamodb.v20120810." + name),
        _ => throw UnexpectedType(),
    };

    private static long ToWhole(JsonElement value)
    {
        if (value.TryGetInt64(out var whole))
            return whole;
        var number = value.TryGetDouble(out var parsed) ? parsed : double.MaxValue;
        return number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)Math.Floor(number);
    }

    private static string NumberTag(JsonElement value) => value.TryGetInt64(out _) ? "NUMBER_VALUE" : "DECIMAL_VALUE";

    private static DynamoError Unconvertible(string tag, string type) => DynamoError.Serialization($"{tag} cannot be converted to {type}");

    private static DynamoError Collection(string type) => DynamoError.Serialization("Unrecognized collection type class " + type);

    private static DynamoError UnexpectedType() => DynamoError.Serialization("Unexpected field type");
}
