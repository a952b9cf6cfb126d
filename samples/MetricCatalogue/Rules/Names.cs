using MetricCatalogue.Errors;

namespace MetricCatalogue.Rules;

/// <summary>Names of metrics and dimensions: they can stand in formulas and in lists.</summary>
internal static class Names
{
    private const int MaxLength = 100;

    /// <summary>Refuses what is not a name.</summary>
    public static void Check(string name)
    {
        if (name.Length is 0 or > MaxLength || !IsFirst(name[0]) || !name.All(IsPart))
        {
            throw new CatalogueException(
                $"'{name}' is not a name: begin with a letter, use letters, digits and '_', and at most {MaxLength} characters.");
        }
    }

    /// <summary>Whether a name can begin like this.</summary>
    public static bool IsFirst(char c) => char.IsAsciiLetter(c);

    /// <summary>Whether a name can have this character.</summary>
    public static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
