using TrackingStore.Values;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads <c>identifier operator value</c> comparisons joined by AND.</summary>
internal sealed class ClauseParser
{
    private readonly List<Token> tokens;
    private int at;

    private ClauseParser(List<Token> tokens) => this.tokens = tokens;

    /// <summary>The comparisons of a filter; none for an empty one.</summary>
    public static List<Clause> Parse(string? filter)
    {
        var parser = new ClauseParser(FilterLexer.Tokenize(filter ?? ""));
        var clauses = new List<Clause>();
        while (parser.at < parser.tokens.Count)
        {
            clauses.Add(parser.ReadClause());
            // The last AND may have nothing behind it.
            if (parser.at < parser.tokens.Count && !parser.TakeKeyword("AND"))
                throw FilterLexer.InvalidClause(parser.tokens[parser.at].Source);
        }

        return clauses;
    }

    private Clause ReadClause()
    {
        var identifier = tokens[at];
        var isKeyword = identifier.Is("OR") || identifier.Is("NOT") || identifier.Is("AND");
        if (identifier.Kind is not (TokenKind.Word or TokenKind.DoubleQuoted) || isKeyword)
            throw FilterLexer.InvalidClause(identifier.Source);

        at++;
        var comparator = ReadOperator(identifier);
        return comparator switch
        {
            "IN" or "NOT IN" => ReadList(identifier, comparator),
            "IS NULL" or "IS NOT NULL" => new Clause(identifier, comparator, identifier, []),
            _ => new Clause(identifier, comparator, ReadValue(identifier), null),
        };
    }

    private string ReadOperator(Token identifier)
    {
        if (at >= tokens.Count) throw FilterLexer.InvalidClause(identifier.Source);
        if (tokens[at].Kind == TokenKind.Operator) return tokens[at++].Text;
        foreach (var keyword in (string[])["LIKE", "ILIKE", "IN"])
            if (TakeKeyword(keyword)) return keyword;

        foreach (var keywords in (string[])["NOT IN", "IS NULL", "IS NOT NULL"])
            if (TakeKeywords(keywords.Split(' '))) return keywords;

        throw FilterLexer.InvalidClause(tokens[at].Source);
    }

    // Words of SQL; any other word is a value that lacks its quotes.
    private static bool IsConstant(Token token) =>
        token.Kind == TokenKind.Word && (token.Is("TRUE") || token.Is("FALSE") || token.Is("NULL"));

    private Token ReadValue(Token identifier)
    {
        if (at >= tokens.Count)
            throw MlflowException.Invalid($"Invalid comparison clause. Expected 3 tokens found 2 at '{identifier.Source}'");

        var value = tokens[at];
        if (value.Kind is TokenKind.Operator or TokenKind.Punctuation || IsConstant(value)) throw FilterLexer.InvalidClause(value.Source);
        at++;
        return value;
    }

    private Clause ReadList(Token identifier, string comparator)
    {
        if (!TakeMark("(") || at >= tokens.Count) throw FilterLexer.InvalidClause(identifier.Source);
        if (IsAtMark(")")) throw WrongList("a non-empty list of string values, but got empty list");
        var elements = new List<Token>();
        do
        {
            if (IsAtMark(",")) throw WrongList("a non-empty list of string values, but got ill-formed list.");
            var element = ReadValue(identifier);
            if (element.Kind is not (TokenKind.SingleQuoted or TokenKind.DoubleQuoted))
                throw WrongList($"string value, punctuation, or whitespace, but got different type in list: '{element.Source}'");

            if (elements.Count == Limits.ListElements)
            {
                throw MlflowException.Invalid(
                    $"The list of '{identifier.Source}' has more than {Limits.ListElements} elements. Use several searches.");
            }

            elements.Add(element);
        }
        // As in Python, the last element may have a comma behind it.
        while (TakeMark(",") && !IsAtMark(")"));
        if (!TakeMark(")")) throw FilterLexer.InvalidClause(identifier.Source);
        return new Clause(identifier, comparator, elements[0], elements);
    }

    private static MlflowException WrongList(string expected) =>
        MlflowException.Invalid($"While parsing a list in the query, expected {expected}");

    private bool IsAtMark(string mark) => at < tokens.Count && tokens[at].IsMark(mark);

    private bool TakeKeyword(string keyword) => Take(at < tokens.Count && tokens[at].Is(keyword));

    private bool TakeKeywords(string[] keywords)
    {
        if (at + keywords.Length > tokens.Count || keywords.Index().Any(word => !tokens[at + word.Index].Is(word.Item))) return false;
        at += keywords.Length;
        return true;
    }

    private bool TakeMark(string mark) => Take(at < tokens.Count && tokens[at].IsMark(mark));

    private bool Take(bool isNext)
    {
        if (isNext) at++;
        return isNext;
    }
}
