namespace DynamoToolkit.Shared.Schema;

/// <summary>The value of a line about an attribute: what it holds, and what a read does without it.</summary>
internal static class AttributeValue
{
    /// <summary>A key has the value, too.</summary>
    public const string Key = "key";

    /// <summary>Reading an item without the attribute throws.</summary>
    public const string Required = "required";

    /// <summary>Without the attribute, the member is null.</summary>
    public const string Optional = "optional";

    /// <summary>Without the attribute, the member has its default value.</summary>
    public const string Default = "default";

    /// <summary>The attribute is written, and never read.</summary>
    public const string Computed = "computed";

    private const string Separator = ", ";

    /// <summary>The value.</summary>
    public static string Write(string type, string presence) => type + Separator + presence;

    /// <summary>Takes a value apart; a text that is none is a type that nothing equals.</summary>
    public static (string Type, string Presence) Read(string? value)
    {
        var end = value?.LastIndexOf(Separator, StringComparison.Ordinal) ?? -1;
        return end < 0 ? (value ?? "", "") : (value!.Substring(0, end), value.Substring(end + Separator.Length));
    }
}
