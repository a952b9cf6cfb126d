using System.Text;

namespace DynamoToolkit.Local.Values;

/// <summary>The wire tags of the data types.</summary>
internal static class ValueKinds
{
    private static readonly string[] Names = ["S", "N", "B", "SS", "NS", "BS", "BOOL", "NULL", "L", "M"];
    private static readonly byte[][] Openings = [.. Names.Select(static name => Encoding.ASCII.GetBytes($$"""{"{{name}}":"""))];

    /// <summary>The JSON of a value up to its content: a brace, the tag and a colon.</summary>
    public static ReadOnlySpan<byte> Opening(this ValueKind kind) => Openings[(int)kind];

    /// <summary>Finds the type of a tag.</summary>
    public static bool TryParse(ReadOnlySpan<byte> tag, out ValueKind kind)
    {
        var index = tag switch
        {
            [(byte)'S'] => (int)ValueKind.S,
            [(byte)'N'] => (int)ValueKind.N,
            [(byte)'B'] => (int)ValueKind.B,
            [(byte)'L'] => (int)ValueKind.L,
            [(byte)'M'] => (int)ValueKind.M,
            _ when tag.SequenceEqual("BOOL"u8) => (int)ValueKind.BOOL,
            _ when tag.SequenceEqual("NULL"u8) => (int)ValueKind.NULL,
            _ when tag.SequenceEqual("SS"u8) => (int)ValueKind.SS,
            _ when tag.SequenceEqual("NS"u8) => (int)ValueKind.NS,
            _ when tag.SequenceEqual("BS"u8) => (int)ValueKind.BS,
            _ => -1,
        };
        kind = (ValueKind)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>Finds the type of a value by its JSON without white space.</summary>
    /// <param name="json">The JSON, which begins with <see cref="Opening"/>.</param>
    /// <param name="length">The length of the opening.</param>
    public static ValueKind OfOpening(ReadOnlySpan<byte> json, out int length)
    {
        // A tag has one, two or four letters, and stands between {" and ":
        var letters = json[3] == '"' ? 1 : json[4] == '"' ? 2 : 4;
        length = letters + 4;
        return TryParse(json.Slice(2, letters), out var kind) ? kind : throw new InvalidDataException("A value has no known type.");
    }

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
