using System.Buffers;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>
/// Splits an expression's text into tokens. It never fails: text that fits nowhere becomes an invalid token, which the parser reports.
/// </summary>
internal static class Tokenizer
{
    /// <summary>The characters of attribute names, keywords and placeholders.</summary>
    public static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>All tokens of the text, followed by an end token.</summary>
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (true)
        {
            while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
                position++;
            if (position == text.Length)
                break;

            var token = Next(text, position);
            tokens.Add(token);
            position = token.End;
        }

        tokens.Add(new Token(TokenKind.End, "<EOF>", text.Length));
        return tokens;
    }

    private static Token Next(string text, int start)
    {
        var first = text[start];
        if (first is '#' or ':')
        {
            var length = LengthOf(WordCharacters, text, start + 1);
            var kind = first == '#' ? TokenKind.NameReference : TokenKind.ValueReference;
            return new Token(length == 0 ? TokenKind.Invalid : kind, text.Substring(start, 1 + length), start);
        }

        // A word begins with a letter. An underscore or digit in its place is a token of its own.
        if (char.IsAsciiLetter(first))
            return new Token(TokenKind.Word, text.Substring(start, LengthOf(WordCharacters, text, start)), start);
        if (char.IsAsciiDigit(first))
            return new Token(TokenKind.Digits, text.Substring(start, LengthOf(Digits, text, start)), start);

        var two = text.AsSpan(start, Math.Min(2, text.Length - start));
        if (two is "<=" or ">=" or "<>")
            return new Token(TokenKind.Symbol, two.ToString(), start);

        if ("=<>()[],.+-".Contains(first))
            return new Token(TokenKind.Symbol, first.ToString(), start);

        if (first is '\'' or '"')
            return new Token(TokenKind.Invalid, text.Substring(start, QuotedLength(text, start)), start);

        // Takes both halves of a surrogate pair, so that the message quotes valid text.
        return new Token(TokenKind.Invalid, text.Substring(start, char.IsHighSurrogate(first) ? 2 : 1), start);
    }

    // Expressions have no quoted texts. One is taken as a whole, so that the message quotes it as a whole.
    private static int QuotedLength(string text, int start)
    {
        var end = text.IndexOf(text[start], start + 1);
        return end < 0 ? 1 : end + 1 - start;
    }

    private static int LengthOf(SearchValues<char> characters, string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAnyExcept(characters);
        return length < 0 ? text.Length - start : length;
    }
}
