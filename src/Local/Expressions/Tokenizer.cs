namespace DynamoToolkit.Local.Expressions;

/// <summary>Cuts an expression's text into tokens. It never fails: what fits nowhere becomes an invalid token, which the parser reports.</summary>
internal static class Tokenizer
{
    /// <summary>All tokens of the text, with an end token behind them.</summary>
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
            var length = WordLength(text, start + 1);
            var kind = first == '#' ? TokenKind.NameReference : TokenKind.ValueReference;
            return new Token(length == 0 ? TokenKind.Invalid : kind, text.Substring(start, 1 + length), start);
        }

        if (char.IsAsciiLetter(first) || first == '_')
            return new Token(TokenKind.Word, text.Substring(start, WordLength(text, start)), start);
        if (char.IsAsciiDigit(first))
            return new Token(TokenKind.Digits, text.Substring(start, DigitsLength(text, start)), start);

        var two = text.AsSpan(start, Math.Min(2, text.Length - start));
        if (two is "<=" or ">=" or "<>")
            return new Token(TokenKind.Symbol, two.ToString(), start);

        if ("=<>()[],.+-".Contains(first))
            return new Token(TokenKind.Symbol, first.ToString(), start);

        if (first is '\'' or '"')
            return new Token(TokenKind.Invalid, text.Substring(start, QuotedLength(text, start)), start);

        // Both halves of a surrogate pair, so that the message about it is proper text.
        return new Token(TokenKind.Invalid, text.Substring(start, char.IsHighSurrogate(first) ? 2 : 1), start);
    }

    // Texts in quotes have no place in expressions; they are taken as a whole so that the message about them shows them as a whole.
    private static int QuotedLength(string text, int start)
    {
        var end = text.IndexOf(text[start], start + 1);
        return end < 0 ? 1 : end + 1 - start;
    }

    private static int WordLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return end - start;
    }

    private static int DigitsLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - start;
    }
}
