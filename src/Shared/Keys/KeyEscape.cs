namespace DynamoToolkit.Shared.Keys;

/// <summary>How a text stands in a part of a key, so that it cannot hold the separator <c>#</c>.</summary>
internal static class KeyEscape
{
    /// <summary>The text with <c>%</c> as <c>%25</c> and <c>#</c> as <c>%23</c>.</summary>
    public static string Of(string text) => text.Replace("%", "%25").Replace("#", "%23");
}
