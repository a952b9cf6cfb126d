using System.Text;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads tags.</summary>
internal static class TagReader
{
    private const int MaxTags = 50;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;
    private const string ReservedPrefix = "aws:";

    /// <summary>Reads <c>Tags</c>; empty if they are absent.</summary>
    public static Dictionary<string, string> Read(Fields fields)
    {
        var tags = new Dictionary<string, string>();
        foreach (var tag in fields.Structures("Tags"))
        {
            var key = tag.Text("Key");
            var value = tag.Text("Value");
            CheckKey(key);
            if (value is null || value.Length > MaxValueLength || !HasOnlyTagCharacters(value))
                throw DynamoError.Validation($"The Tag Value provided is invalid, Value: {value ?? "null"}");
            if (!tags.TryAdd(key!, value))
                throw DynamoError.Validation($"Duplicate Tag Keys provided as input: Duplicate Tag Key found {key}");
        }

        CheckCount(tags.Count);
        return tags;
    }

    /// <summary>Refuses more tags than a table can have.</summary>
    public static void CheckCount(int count)
    {
        if (count > MaxTags)
            throw DynamoError.Validation("Number of Tags exceed the current limit for the provided ResourceArn");
    }

    /// <summary>Checks the key of a tag.</summary>
    public static void CheckKey(string? key)
    {
        if (key is null or { Length: 0 or > MaxKeyLength } || !HasOnlyTagCharacters(key))
            throw DynamoError.Validation($"The Tag Key provided is invalid, Key: {key ?? "null"}");
        if (key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase))
            throw DynamoError.Validation($"Tag Key cannot be prefixed with {ReservedPrefix}, Key: {key}");
    }

    // Letters, digits and spaces of every script.
    private static bool HasOnlyTagCharacters(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !Rune.IsWhiteSpace(rune) && !"+-=._:/@".Contains(rune.ToString(), StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
