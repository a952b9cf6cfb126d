using System.Text;

namespace DynamoToolkit.Runtime.Tests.Patterns.Trigrams;

/// <summary>Random texts out of what is hard for a search: few characters that repeat, all scripts, and what folds oddly.</summary>
internal static class AnyText
{
    private static readonly string[] Odd =
    [
        "ß", "ẞ", "ss", "ﬁ", "fi", "ﬃ", "İ", "i", "ı", "I", "i̇", "ſ", "s", "K", "k", "Å", "å", "A\u030A", "é", "e\u0301", "\u0301",
        "\u200D", "\u00AD", "σ", "ς", "Σ", "ŉ", "Ǆ", "ǆ", "ᾳ", "ΐ", "한", "하", "ㄱ", "각", "ｶﾞ", "カ", "が", "ﷺ", "①", "Ⅷ", "½", "𝔘",
        "👩‍👩‍👧", "👍🏽", "🇩🇪", "𐐀", "𐐨", "नि", "ก่", "ً", "אָ", "\u0000", "\u0002", "\u0003", "%", "_", "\\", "#", "$", " ", "-",
        "run", "RUN", "\uFFFD", "\uFE0F", "\U000E0067",
    ];

    /// <summary>A text of at most 12 parts.</summary>
    public static string Draw(Random random)
    {
        var text = new StringBuilder();
        var kind = random.Next(4);
        var count = random.Next(13);
        for (var i = 0; i < count; i++)
        {
            text.Append(kind switch
            {
                0 => "aab"[random.Next(3)].ToString(),
                1 => Odd[random.Next(Odd.Length)],
                2 => DrawRune(random).ToString(),
                _ => random.Next(2) == 0 ? Odd[random.Next(Odd.Length)] : ((char)random.Next(' ', '\x7F')).ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>A part of a text, from one code point's border to another's.</summary>
    public static string Part(Random random, string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        var start = random.Next(runes.Length + 1);
        return string.Concat(runes[start..random.Next(start, runes.Length + 1)]);
    }

    private static Rune DrawRune(Random random)
    {
        while (true)
        {
            var limit = random.Next(3) switch { 0 => 0x600, 1 => 0x10000, _ => 0x110000 };
            if (Rune.TryCreate(random.Next(limit), out var rune))
                return rune;
        }
    }
}
