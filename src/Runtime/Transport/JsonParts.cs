using System.Text.Json;

namespace DynamoToolkit.Transport;

/// <summary>Walks through JSON of a known shape, for conversions to the AWS SDK's objects.</summary>
internal static class JsonParts
{
    /// <summary>Reads one value. The reader is at its first token, and ends at its last.</summary>
    public delegate T Element<T>(ref Utf8JsonReader reader);

    /// <summary>
    /// Moves to the value of the next property of the object that the reader is at or in. Returns false at the object's end.
    /// </summary>
    public static bool NextName(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        name = "";
        if (reader.TokenType == JsonTokenType.EndObject)
            return false;

        Expect(ref reader, JsonTokenType.PropertyName);
        name = reader.GetString()!;
        reader.Read();
        return true;
    }

    public static List<T> ReadList<T>(ref Utf8JsonReader reader, Element<T> read)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(read(ref reader));
        return list;
    }

    public static Dictionary<string, T> ReadMap<T>(ref Utf8JsonReader reader, Element<T> read)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextName(ref reader, out var name))
            map[name] = read(ref reader);
        return map;
    }

    public static string ReadString(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    public static List<string> ReadStrings(ref Utf8JsonReader reader) => ReadList(ref reader, ReadString);

    public static Dictionary<string, string> ReadStringMap(ref Utf8JsonReader reader) => ReadMap(ref reader, ReadString);

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
            throw new FormatException($"The JSON has a {reader.TokenType}, but a {expected} is expected.");
    }
}
