namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>
/// A search cannot go on, because the engine that answered its first page is off or does not answer. Another engine has other results in
/// another order, so it cannot continue from the page token.
/// </summary>
public sealed class TextSearchUnavailableException : Exception
{
    internal TextSearchUnavailableException(TextSearchEngine engine, string problem, Exception? innerException = null)
        : base(
            $"The page token comes from a search that {engine} answered, and {engine} {problem}. "
            + "Pass the token again later, or begin again without it.",
            innerException) => Engine = engine;

    /// <summary>The engine that answered the pages before.</summary>
    public TextSearchEngine Engine { get; }
}
