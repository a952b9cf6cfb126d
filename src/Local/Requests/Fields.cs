using System.Text.Json;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>The members of a request's object, read as the types that the API gives them. A JSON null counts as an absent member.</summary>
internal readonly struct Fields(JsonElement element)
{
    /// <summary>Whether the member is present and not null.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>Gets the member as it is.</summary>
    public bool TryGet(string name, out JsonElement value)
    {
        if (JsonText.TryGetMember(element, name, out value) && value.ValueKind != JsonValueKind.Null)
            return true;

        value = default;
        return false;
    }

    /// <summary>A string, or null.</summary>
    public string? Text(string name) => TryGet(name, out var value) ? TextOf(value) : null;

    /// <summary>A boolean, or null. The service also accepts some words as booleans.</summary>
    public bool? Flag(string name) => TryGet(name, out var value) ? FlagOf(value) : null;

    /// <summary>A boolean, false if it is absent.</summary>
    public bool IsSet(string name) => Flag(name) ?? false;

    /// <summary>
    /// A whole number, or null. Cuts off a fraction, as the service does; a number beyond a long becomes the nearest long.
    /// </summary>
    public long? Whole(string name)
    {
        if (!TryGet(name, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.Number => ToWhole(value),
            JsonValueKind.Array => throw JsonTypeErrors.UnexpectedArray("java.lang.Integer"),
            JsonValueKind.Object => throw JsonTypeErrors.UnexpectedStructure(),
            _ => throw JsonTypeErrors.Unconvertible(value, "Integer"),
        };
    }

    /// <summary>A moment in seconds since 1970, or null. A moment that does not exist becomes the nearest that does.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (!TryGet(name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Number)
            throw JsonTypeErrors.UnexpectedType();

        var seconds = value.TryGetDouble(out var parsed) ? parsed : double.MaxValue;
        return seconds <= DateTimeOffset.MinValue.ToUnixTimeSeconds() ? DateTimeOffset.MinValue
            : seconds >= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.MaxValue
            : DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000));
    }

    /// <summary>An object with known members, or null.</summary>
    public Fields? Structure(string name) => TryGet(name, out var value) ? StructureOf(value, name) : null;

    /// <summary>An object with free member names, or null.</summary>
    public JsonElement? Map(string name)
    {
        if (!TryGet(name, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.Object => value,
            JsonValueKind.Array => throw JsonTypeErrors.UnexpectedArray("java.util.Map"),
            _ => throw JsonTypeErrors.UnexpectedType(),
        };
    }

    /// <summary>An array, or null.</summary>
    public JsonElement? List(string name)
    {
        if (!TryGet(name, out var value))
            return null;

        ThrowUnlessArray(value);
        return value;
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

    /// <summary>An array of objects with known members; empty if it is absent.</summary>
    public List<Fields> Structures(string name)
    {
        if (List(name) is not { } list)
            return [];

        var structures = new List<Fields>(list.GetArrayLength());
        foreach (var structure in list.EnumerateArray())
            structures.Add(StructureOf(structure, name));
        return structures;
    }

    /// <summary>A string element.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(value),
        JsonValueKind.Array => throw JsonTypeErrors.UnexpectedArray("java.lang.String"),
        JsonValueKind.Null => throw JsonTypeErrors.UnexpectedType(),
        JsonValueKind.Object => throw JsonTypeErrors.UnexpectedStructure(),
        _ => throw JsonTypeErrors.Unconvertible(value, "String"),
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
                throw JsonTypeErrors.Unconvertible(value, "Boolean");
            case JsonValueKind.Array:
                throw JsonTypeErrors.UnexpectedArray("java.lang.Boolean");
            default:
                throw JsonTypeErrors.UnexpectedStructure();
        }
    }

    /// <summary>An object element with known members.</summary>
    /// <param name="value">The element.</param>
    /// <param name="type">The name of its type in the API.</param>
    public static Fields StructureOf(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Object => new Fields(value),
        JsonValueKind.Array => throw JsonTypeErrors.UnexpectedArray(JsonTypeErrors.ApiTypes + type),
        _ => throw JsonTypeErrors.UnexpectedType(),
    };

    /// <summary>Refuses an element that is not an array.</summary>
    public static void ThrowUnlessArray(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return;

        throw value.ValueKind == JsonValueKind.Object ? JsonTypeErrors.UnexpectedStructure() : JsonTypeErrors.UnexpectedType();
    }

    private static long ToWhole(JsonElement value)
    {
        if (value.TryGetInt64(out var whole))
            return whole;

        var number = value.TryGetDouble(out var parsed) ? parsed : double.MaxValue;
        return number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)Math.Floor(number);
    }
}
