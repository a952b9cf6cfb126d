using System.Text.Json;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>Strings out of JSON, where an escaped lone surrogate is an error and not a replacement character.</summary>
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

    /// <summary>Finds a member; the names on the way are looked at as well.</summary>
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
