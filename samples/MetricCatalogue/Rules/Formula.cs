using MetricCatalogue.Errors;

namespace MetricCatalogue.Rules;

/// <summary>
/// Reads a formula: names of metrics and numbers, joined by <c>+ - * /</c> and parentheses. It finds the names; it calculates nothing.
/// </summary>
internal sealed class Formula
{
    private const int MaxLength = 1000;

    private readonly string text;
    private readonly SortedSet<string> metrics = new(StringComparer.Ordinal);
    private int position;

    private Formula(string text) => this.text = text;

    private char Current => position < text.Length ? text[position] : '\0';

    /// <summary>The names of the metrics in a formula.</summary>
    /// <exception cref="CatalogueException">It is not a formula.</exception>
    public static IReadOnlySet<string> MetricsIn(string text)
    {
        if (text.Length > MaxLength)
            throw new CatalogueException($"The formula has {text.Length} characters, and {MaxLength} is the maximum.");
        var formula = new Formula(text);
        formula.Sum();
        if (formula.position < text.Length)
            throw formula.Unexpected("an operator");
        return formula.metrics;
    }

    private void Sum()
    {
        Product();
        while (Skip('+') || Skip('-'))
            Product();
    }

    private void Product()
    {
        Factor();
        while (Skip('*') || Skip('/'))
            Factor();
    }

    private void Factor()
    {
        while (Skip('-'))
        {
            // A sign changes no name.
        }

        if (Skip('('))
        {
            Sum();
            if (!Skip(')'))
                throw Unexpected("')'");
        }
        else if (Names.IsFirst(Current))
        {
            metrics.Add(Take(Names.IsPart));
        }
        else if (char.IsAsciiDigit(Current))
        {
            Number();
        }
        else
        {
            throw Unexpected("a metric, a number or '('");
        }

        SkipSpaces();
    }

    private void Number()
    {
        Take(char.IsAsciiDigit);
        if (Current != '.') return;
        position++;
        if (Take(char.IsAsciiDigit).Length == 0)
            throw Unexpected("a digit");
    }

    private string Take(Func<char, bool> belongs)
    {
        var start = position;
        while (position < text.Length && belongs(text[position]))
            position++;
        return text[start..position];
    }

    private bool Skip(char expected)
    {
        SkipSpaces();
        if (Current != expected) return false;
        position++;
        SkipSpaces();
        return true;
    }

    private void SkipSpaces() => Take(char.IsWhiteSpace);

    private CatalogueException Unexpected(string expected) => new(
        position < text.Length
            ? $"The formula '{text}' has '{Current}' at position {position + 1}, where {expected} is expected."
            : $"The formula '{text}' ends where {expected} is expected.");
}
