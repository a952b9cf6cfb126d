using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Errors;

/// <summary>Reads the lists of reasons in the errors of a cancelled transaction and of throttling.</summary>
internal static class ErrorDetails
{
    public static List<CancellationReason> ReadCancellationReasons(ref Utf8JsonReader reader) =>
        JsonParts.ReadList(ref reader, ReadCancellationReason);

    public static List<ThrottlingReason> ReadThrottlingReasons(ref Utf8JsonReader reader) =>
        JsonParts.ReadList(ref reader, ReadThrottlingReason);

    private static CancellationReason ReadCancellationReason(ref Utf8JsonReader reader)
    {
        JsonParts.Expect(ref reader, JsonTokenType.StartObject);
        var reason = new CancellationReason();
        while (JsonParts.NextName(ref reader, out var name))
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
        JsonParts.Expect(ref reader, JsonTokenType.StartObject);
        var reason = new ThrottlingReason();
        while (JsonParts.NextName(ref reader, out var name))
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
}
