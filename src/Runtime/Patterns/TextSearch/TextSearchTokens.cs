namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>The page tokens of text searches: a letter for the engine, a dot, and the engine's own token.</summary>
internal static class TextSearchTokens
{
    private const char Separator = '.';

    /// <summary>Makes a token.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="text">The engine's own token, in characters that are safe in a URL.</param>
    public static PageToken Make(TextSearchEngine engine, string text) => PageToken.Parse($"{LetterOf(engine)}{Separator}{text}");

    /// <summary>The engine that made a token.</summary>
    /// <exception cref="PageTokenException">The token is not one of a text search.</exception>
    public static TextSearchEngine EngineOf(PageToken token)
    {
        var text = token.ToString();
        if (text.Length > 2 && text[1] == Separator)
        {
            foreach (var engine in (ReadOnlySpan<TextSearchEngine>)[TextSearchEngine.Trigrams, TextSearchEngine.OpenSearch])
            {
                if (text[0] == LetterOf(engine))
                    return engine;
            }
        }

        throw new PageTokenException(
            "The page token is damaged, or was not created by a text search. Begin again at the first page.");
    }

    /// <summary>The engine's own token.</summary>
    /// <exception cref="PageTokenException">The token is not one of a text search, or another engine made it.</exception>
    public static string Open(PageToken token, TextSearchEngine engine)
    {
        var maker = EngineOf(token);
        if (maker != engine)
        {
            throw new PageTokenException(
                $"The page token comes from a search that {maker} answered, and {engine} has another order. "
                + "Begin again at the first page.");
        }

        return token.ToString()[2..];
    }

    private static char LetterOf(TextSearchEngine engine) => engine switch
    {
        TextSearchEngine.Trigrams => 't',
        _ => 'o',
    };
}
