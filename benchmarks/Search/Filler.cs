namespace DynamoToolkit.Benchmarks.Search;

/// <summary>What an item has besides its name, as far as it matters here: bytes.</summary>
internal static class Filler
{
    public static string Text { get; } = new('.', 430);
}
