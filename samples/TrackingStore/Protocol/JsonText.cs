using System.Text.Json;

namespace TrackingStore.Protocol;

/// <summary>JSON values as texts: for reading them safely, and for showing them in messages as MLflow shows them.</summary>
internal static class JsonText
{
    private const int LongestShown = 500;

    /// <summary>The text of a JSON string; false for any other kind and for half a surrogate pair, which is no text.</summary>
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
            // The one way that System.Text.Json tells of an escaped lone surrogate.
            return false;
        }
    }

    /// <summary>The value as its JSON, cut where it is long.</summary>
    public static string Shorten(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
    }

    /// <summary>The name of the type that Python gives to the value; clients' tests look for it in messages.</summary>
    public static string PythonTypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "str",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        JsonValueKind.Number => value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? "float" : "int",
        _ => "NoneType",
    };
}
