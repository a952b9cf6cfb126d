using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>Writes the fields that a response has, and omits the others.</summary>
internal static class ResponseFields
{
    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void Number(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    public static void Number(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    public static void Flag(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
            writer.WriteBoolean(name, flag);
    }

    /// <summary>An instant, as the seconds since 1970 that the service writes.</summary>
    public static void Moment(this Utf8JsonWriter writer, string name, DateTime? value)
    {
        if (value is { } moment)
            writer.WriteNumber(name, (moment.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);
    }

    public static void Item(this Utf8JsonWriter writer, string name, Dictionary<string, AttributeValue>? item)
    {
        if (item is null)
            return;
        writer.WritePropertyName(name);
        AttributeValueJson.WriteMap(writer, item);
    }

    public static void List<T>(this Utf8JsonWriter writer, string name, IReadOnlyCollection<T>? list, Action<Utf8JsonWriter, T> write)
    {
        if (list is null)
            return;
        writer.WriteStartArray(name);
        foreach (var element in list)
            write(writer, element);
        writer.WriteEndArray();
    }

    public static void Map<T>(this Utf8JsonWriter writer, string name, Dictionary<string, T>? map, Action<Utf8JsonWriter, T> write)
    {
        if (map is null)
            return;
        writer.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>An object in its own field.</summary>
    public static void Part<T>(this Utf8JsonWriter writer, string name, T? part, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (part is null)
            return;
        writer.WritePropertyName(name);
        write(writer, part);
    }
}
