using System.Text.Json;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>Reads strings from JSON. An escaped lone surrogate is an error; it does not become a replacement character.</summary>
internal static class JsonText
{
    /// <summary>The text of a string element.</summary>
    public static string Of(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
    }

    /// <summary>The name of a member.</summary>
    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
    }

    /// <summary>Finds a member.</summary>
    public static bool TryGetMember(JsonElement element, string name, out JsonElement value)
    {
        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
    }

    private static DynamoError LoneSurrogate() => DynamoError.Serialization("A string of the request holds half a surrogate pair");
}
