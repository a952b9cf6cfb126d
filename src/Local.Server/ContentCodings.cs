namespace DynamoToolkit.Local.Server;

/// <summary>The names of the codings in headers.</summary>
internal static class ContentCodings
{
    // In the order of the enumeration.
    private static readonly string[] Names = ["gzip", "deflate"];

    /// <summary>All codings. Of equal ones, the first is preferred.</summary>
    public static ContentCoding[] All { get; } = [ContentCoding.Gzip, ContentCoding.Deflate];

    /// <summary>The coding with a name; null if the service does not know it.</summary>
    public static ContentCoding? Find(string name)
    {
        var place = Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? null : All[place];
    }

    /// <summary>The name of a coding.</summary>
    public static string NameOf(ContentCoding coding) => Names[(int)coding];
}
