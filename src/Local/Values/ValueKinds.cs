using System.Text.Json;

namespace DynamoToolkit.Local.Values;

/// <summary>The wire tags of the data types, encoded once.</summary>
internal static class ValueKinds
{
    private static readonly string[] Names = ["S", "N", "B", "SS", "NS", "BS", "BOOL", "NULL", "L", "M"];
    private static readonly JsonEncodedText[] Tags = [.. Names.Select(static name => JsonEncodedText.Encode(name))];

    /// <summary>The tag, ready for a JSON writer.</summary>
    public static JsonEncodedText Tag(this ValueKind kind) => Tags[(int)kind];

    /// <summary>The tag as text, for messages.</summary>
    public static string Name(this ValueKind kind) => Names[(int)kind];

    /// <summary>Finds the type of a tag.</summary>
    public static bool TryParse(string? name, out ValueKind kind)
    {
        var index = name is null ? -1 : Array.IndexOf(Names, name);
        kind = (ValueKind)Math.Max(index, 0);
        return index >= 0;
    }
}
