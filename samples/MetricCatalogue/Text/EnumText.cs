using System.Text;

namespace MetricCatalogue.Text;

/// <summary>The words of a command line for the members of an enum: <c>last-day-of-period</c> for <c>LastDayOfPeriod</c>.</summary>
internal static class EnumText
{
    /// <summary>The word for a member.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }

    /// <summary>The member for a word; null if there is none.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum
    {
        var index = Array.FindIndex(Enum.GetValues<T>(), value => Of(value) == word);
        return index < 0 ? null : Enum.GetValues<T>()[index];
    }

    /// <summary>All words, as a sentence lists them.</summary>
    public static string All<T>()
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetValues<T>().Select(Of)];
        return $"{string.Join(", ", words[..^1])} or {words[^1]}";
    }
}
