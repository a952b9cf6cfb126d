using System.Text.Json;

namespace TrackingStore.Protocol.Requests;

/// <summary>Reads JSON strings safely.</summary>
internal static class JsonText
{
    /// <summary>The text of a JSON string; false for any other kind and for half a surrogate pair, which is not a text.</summary>
    public static bool TryRead(JsonElement value, out string text)
    {
        text = "";
        if (value.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The only way in which System.Text.Json reports an escaped lone surrogate.
            return false;
        }
    }
}
