using System.Text;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Filters;

/// <summary>Cuts a filter or an order entry into tokens.</summary>
internal static class FilterLexer
{
    private static readonly string[] Operators = ["!=", "<=", ">=", "=", "<", ">"];

    /// <summary>The tokens of a filter, in order.</summary>
    public static List<Token> Tokenize(string filter)
    {
        if (filter.Length > Limits.FilterText)
        {
            throw MlflowException.Invalid(
                $"A filter or order has {filter.Length} characters, but at most {Limits.FilterText} are allowed.");
        }

        var tokens = new List<Token>();
        for (var at = 0; at < filter.Length;)
        {
            if (char.IsWhiteSpace(filter[at]))
            {
                at++;
                continue;
            }

            tokens.Add(Next(filter, at, out at));
        }

        return tokens;
    }

    private static Token Next(string filter, int at, out int end)
    {
        var first = filter[at];
        if (first is '(' or ')' or ',')
        {
            end = at + 1;
            return new Token(TokenKind.Punctuation, filter[at..end], filter[at..end]);
        }

        if (Array.Find(Operators, o => string.CompareOrdinal(filter, at, o, 0, o.Length) == 0) is { } symbol)
        {
            end = at + symbol.Length;
            return new Token(TokenKind.Operator, symbol, symbol);
        }

        if (IsNumberStart(filter, at)) return Number(filter, at, out end);
        if (first is '\'' or '"')
        {
            var text = Quoted(filter, at, out end);
            return new Token(first is '"' ? TokenKind.DoubleQuoted : TokenKind.SingleQuoted, text, filter[at..end]);
        }

        return Word(filter, at, out end);
    }

    private static bool IsNumberStart(string filter, int at)
    {
        if (filter[at] is '-' or '+') at++;
        if (at < filter.Length && filter[at] is '.') at++;
        return at < filter.Length && char.IsAsciiDigit(filter[at]);
    }

    private static Token Number(string filter, int at, out int end)
    {
        end = at + 1;
        while (end < filter.Length && (IsWordPart(filter[end]) || (filter[end] is '-' or '+' && filter[end - 1] is 'e' or 'E'))) end++;
        var text = filter[at..end];
        // "1a" is not a number; as a word it gets the message of a value without quotes.
        return new Token(WireNumbers.TryParseDouble(text, out _) ? TokenKind.Number : TokenKind.Word, text, text);
    }

    /// <summary>A word: plain characters, and after a dot also quoted parts, as in <c>metrics.`a b`</c>.</summary>
    private static Token Word(string filter, int at, out int end)
    {
        var text = new StringBuilder();
        end = at;
        while (end < filter.Length)
        {
            var next = filter[end];
            if (next is '`' || (next is '"' && end > at && filter[end - 1] is '.'))
            {
                text.Append(Quoted(filter, end, out end));
            }
            else if (IsWordPart(next))
            {
                text.Append(next);
                end++;
            }
            else
            {
                break;
            }
        }

        if (end == at) throw InvalidClause(filter[at..]);
        return new Token(TokenKind.Word, text.ToString(), filter[at..end]);
    }

    private static string Quoted(string filter, int at, out int end)
    {
        var quote = filter[at];
        var text = new StringBuilder();
        for (var i = at + 1; i < filter.Length; i++)
        {
            if (filter[i] != quote)
            {
                text.Append(filter[i]);
            }
            else if (quote is '\'' && i + 1 < filter.Length && filter[i + 1] == quote)
            {
                // SQL writes a quote inside a text as two.
                text.Append(filter[i++]);
            }
            else
            {
                end = i + 1;
                return text.ToString();
            }
        }

        throw InvalidClause(filter[at..]);
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or '/' or ':' || char.IsSurrogate(c);

    /// <summary>The error of a piece that stands where it may not.</summary>
    public static MlflowException InvalidClause(string source) =>
        MlflowException.Invalid($"Invalid clause(s) in filter string: '{source}'");
}
