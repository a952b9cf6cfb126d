using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Errors;

/// <summary>Reads the lists of reasons that a cancelled transaction and a throttle carry.</summary>
internal static class ErrorDetails
{
    public static List<CancellationReason> ReadCancellationReasons(ref Utf8JsonReader reader)
    {
        var reasons = new List<CancellationReason>();
        while (NextObject(ref reader))
            reasons.Add(ReadCancellationReason(ref reader));
        return reasons;
    }

    public static List<ThrottlingReason> ReadThrottlingReasons(ref Utf8JsonReader reader)
    {
        var reasons = new List<ThrottlingReason>();
        while (NextObject(ref reader))
            reasons.Add(ReadThrottlingReason(ref reader));
        return reasons;
    }

    private static CancellationReason ReadCancellationReason(ref Utf8JsonReader reader)
    {
        var reason = new CancellationReason();
        while (NextName(ref reader, out var name))
        {
            if (name == "Code")
                reason.Code = reader.GetString();
            else if (name == "Message")
                reason.Message = reader.GetString();
            else if (name == "Item" && reader.TokenType == JsonTokenType.StartObject)
                reason.Item = AttributeValueJson.ReadMap(ref reader);
            else
                reader.Skip();
        }

        return reason;
    }

    private static ThrottlingReason ReadThrottlingReason(ref Utf8JsonReader reader)
    {
        var reason = new ThrottlingReason();
        while (NextName(ref reader, out var name))
        {
            if (string.Equals(name, "reason", StringComparison.OrdinalIgnoreCase))
                reason.Reason = reader.GetString();
            else if (string.Equals(name, "resource", StringComparison.OrdinalIgnoreCase))
                reason.Resource = reader.GetString();
            else
                reader.Skip();
        }

        return reason;
    }

    /// <summary>Goes to the next object of the array that the reader is in or at.</summary>
    private static bool NextObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.EndArray => false,
            _ => throw new FormatException($"A list of reasons holds a {reader.TokenType}."),
        };
    }

    /// <summary>Goes to the next property of the object that the reader is in, and on to its value.</summary>
    private static bool NextName(ref Utf8JsonReader reader, out string? name)
    {
        reader.Read();
        name = null;
        if (reader.TokenType == JsonTokenType.EndObject)
            return false;

        name = reader.GetString();
        reader.Read();
        return true;
    }
}
