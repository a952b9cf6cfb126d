using System.Text.Json;

namespace TrackingStore.Protocol.GraphQl;

/// <summary>Cuts a document into pieces.</summary>
internal static class GraphQlLexer
{
    /// <summary>The most characters that a document may have. Those of MLflow's page have some 1,500.</summary>
    public const int MaxLength = 20_000;

    private const string Spread = "...";
    private const string BlockQuote = "\"\"\"";

    /// <summary>The pieces of a document, in order; the last one is its end.</summary>
    public static List<GraphQlToken> Tokenize(string document)
    {
        if (document.Length > MaxLength) throw new GraphQlException($"The query has more than {MaxLength} characters.");
        var tokens = new List<GraphQlToken>();
        for (var at = 0; at < document.Length;)
        {
            var next = document[at];
            if (char.IsWhiteSpace(next) || next is ',' or '\ufeff') at++;
            else if (next == '#') at = EndOfLine(document, at);
            else tokens.Add(Next(document, at, out at));
        }

        tokens.Add(new GraphQlToken(GraphQlTokenKind.End, "<EOF>"));
        return tokens;
    }

    private static GraphQlToken Next(string document, int at, out int end)
    {
        var first = document[at];
        if (char.IsAsciiLetter(first) || first == '_') return Run(GraphQlTokenKind.Name, document, at, IsNamePart, out end);
        if (char.IsAsciiDigit(first) || first == '-') return Run(GraphQlTokenKind.Number, document, at, IsNumberPart, out end);
        if (first == '"') return Text(document, at, out end);
        end = at + (string.CompareOrdinal(document, at, Spread, 0, Spread.Length) == 0 ? Spread.Length : 1);
        var mark = document[at..end];
        return mark == Spread || "!$&()=:@[]{|}".Contains(mark[0], StringComparison.Ordinal)
            ? new GraphQlToken(GraphQlTokenKind.Mark, mark)
            : throw new GraphQlException($"Syntax Error: Unexpected character: '{first}'.");
    }

    private static GraphQlToken Run(GraphQlTokenKind kind, string document, int at, Func<char, bool> isPart, out int end)
    {
        end = at + 1;
        while (end < document.Length && isPart(document[end])) end++;
        return new GraphQlToken(kind, document[at..end]);
    }

    private static GraphQlToken Text(string document, int at, out int end)
    {
        if (string.CompareOrdinal(document, at, BlockQuote, 0, BlockQuote.Length) == 0)
            throw new GraphQlException("Syntax Error: Block strings are not served.");
        end = at + 1;
        while (end < document.Length && document[end] is not ('"' or '\n' or '\r')) end += document[end] == '\\' ? 2 : 1;
        if (end >= document.Length || document[end] != '"') throw new GraphQlException("Syntax Error: Unterminated string.");
        end++;
        try
        {
            // The escapes are those of JSON.
            return new GraphQlToken(GraphQlTokenKind.Text, JsonDocument.Parse(document[at..end]).RootElement.GetString()!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new GraphQlException("Syntax Error: Invalid string.");
        }
    }

    private static int EndOfLine(string document, int at)
    {
        var end = document.IndexOfAny(['\n', '\r'], at);
        return end < 0 ? document.Length : end;
    }

    private static bool IsNamePart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static bool IsNumberPart(char letter) => char.IsAsciiDigit(letter) || letter is '.' or 'e' or 'E' or '+' or '-';
}
