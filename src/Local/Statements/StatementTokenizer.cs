using System.Text;

namespace DynamoToolkit.Local.Statements;

/// <summary>Splits a statement into tokens.</summary>
internal static class StatementTokenizer
{
    private static readonly string[] Symbols = ["<<", ">>", "<=", ">=", "<>", "!="];

    /// <summary>All tokens of the statement, followed by an end token.</summary>
    public static List<StatementToken> Tokenize(string statement)
    {
        var tokens = new List<StatementToken>();
        var position = 0;
        while (true)
        {
            while (position < statement.Length && char.IsWhiteSpace(statement[position]))
                position++;
            if (position == statement.Length)
                break;

            tokens.Add(Next(statement, ref position));
        }

        tokens.Add(new StatementToken(StatementTokenKind.End, "<EOF>", statement.Length));
        return tokens;
    }

    private static StatementToken Next(string statement, ref int position)
    {
        var start = position;
        var first = statement[start];
        if (first is '\'' or '"')
        {
            var kind = first == '"' ? StatementTokenKind.QuotedName : StatementTokenKind.Text;
            return new StatementToken(kind, Quoted(statement, ref position), start);
        }

        if (char.IsLetter(first) || first is '_' or '$')
            return Run(StatementTokenKind.Word, statement, ref position, static c => char.IsLetterOrDigit(c) || c is '_' or '$');
        if (char.IsAsciiDigit(first))
            return Number(statement, ref position);

        var symbol = Array.Find(Symbols, two => string.CompareOrdinal(statement, start, two, 0, two.Length) == 0) ?? first.ToString();
        position += symbol.Length;
        return new StatementToken(StatementTokenKind.Symbol, symbol, start);
    }

    private static StatementToken Run(StatementTokenKind kind, string statement, ref int position, Func<char, bool> belongs)
    {
        var start = position;
        while (position < statement.Length && belongs(statement[position]))
            position++;
        return new StatementToken(kind, statement[start..position], start);
    }

    private static StatementToken Number(string statement, ref int position)
    {
        var start = position;
        Run(StatementTokenKind.Number, statement, ref position, static c => char.IsAsciiDigit(c) || c == '.');
        if (position < statement.Length && statement[position] is 'e' or 'E')
        {
            position++;
            if (position < statement.Length && statement[position] is '+' or '-')
                position++;
            Run(StatementTokenKind.Number, statement, ref position, char.IsAsciiDigit);
        }

        return new StatementToken(StatementTokenKind.Number, statement[start..position], start);
    }

    // A quote inside is written twice.
    private static string Quoted(string statement, ref int position)
    {
        var quote = statement[position];
        var content = new StringBuilder();
        for (var i = position + 1; i < statement.Length; i++)
        {
            if (statement[i] != quote)
            {
                content.Append(statement[i]);
            }
            else if (i + 1 < statement.Length && statement[i + 1] == quote)
            {
                content.Append(quote);
                i++;
            }
            else
            {
                position = i + 1;
                return content.ToString();
            }
        }

        throw StatementErrors.Invalid($"Unexpected end of statement in the text that begins at {position + 1}");
    }
}
