namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// The partition keys of the lists of postings of a scope. Two code points are part of each, so that the load of writes spreads, and no
/// list is that of a token alone.
/// </summary>
internal static class PostingList
{
    /// <summary>The list of the texts with two code points that follow each other.</summary>
    public static string Of(string scope, string head) => $"{scope}#{head}";

    /// <summary>The list of all texts but the long ones.</summary>
    public static string All(string scope) => Of(scope, "");

    /// <summary>The list of the texts that are too long for trigrams. Two code points are never one character of ASCII.</summary>
    public static string Long(string scope) => Of(scope, "+");
}
