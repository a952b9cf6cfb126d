using System.Text;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>Names: real ones of many scripts, those of runs and files, and texts of what is hard for a search.</summary>
internal static class Names
{
    private static readonly string[] Real =
    [
        "Ada Lovelace", "Grace Hopper", "Zoë Müller", "Jürgen Groß", "Straße", "STRASSE", "Łukasz Żółć", "José Núñez",
        "Jose\u0301 Nun\u0303ez", "İpek Yılmaz", "ILHAN Işık", "Ólafur Þór", "Søren Ærø", "Dvořák", "Николай Гоголь", "ΟΔΥΣΣΕΎΣ",
        "Οδυσσεύς", "שלום עליכם", "محمد بن موسى", "नागार्जुन", "สมชาย ใจดี", "王小明", "佐藤 さくら", "サクラ", "ｻｸﾗ", "김민준", "ກາ", "ﬁnn oﬃce",
        "Ⅷ. Heinrich", "①②③", "👩‍👩‍👧 family", "👍🏽👍", "🇩🇪🇫🇷", "run-2026-11-29", "run 7 of 12", "mypipeline", "pipe_line-v2.csv",
        "100%", "a_b", @"C:\temp\run", "#tag$", "aaaaaaaaaaaa", "ababababab", "résumé", "naïve café", "Ǆungla", "ſtraſſe", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
        "𐐀𐐁𐐨", "\u0301", " ", "x", "",
    ];

    /// <summary>A name.</summary>
    public static string Draw(Random random)
    {
        var name = new StringBuilder();
        switch (random.Next(6))
        {
            case 0:
                return Real[random.Next(Real.Length)];
            case 1:
                return $"{Part(random, Real[random.Next(Real.Length)])} {Real[random.Next(Real.Length)]}";
            case 2:
                return $"run-{random.Next(2020, 2027)}-{random.Next(1000):000}";
            case 3:
                return new string("ab👍ß"[random.Next(2)], random.Next(1, 20));
            case 4 when random.Next(20) == 0:
                return string.Concat(Enumerable.Repeat(Real[random.Next(Real.Length)] + random.Next(1000), random.Next(20, 40)));
            default:
                for (var i = random.Next(1, 12); i > 0; i--)
                    name.Append(Any(random));
                return name.ToString();
        }
    }

    /// <summary>A part of a name, from one code point's border to another's.</summary>
    public static string Part(Random random, string name)
    {
        Rune[] runes = [.. name.EnumerateRunes()];
        var start = random.Next(runes.Length + 1);
        return string.Concat(runes[start..random.Next(start, Math.Min(start + 7, runes.Length) + 1)]);
    }

    /// <summary>A pattern that a name may match.</summary>
    public static string Pattern(Random random, string name)
    {
        var pattern = new StringBuilder(random.Next(2) == 0 ? "%" : "");
        foreach (var rune in Part(random, name).EnumerateRunes())
        {
            var itself = rune.Value is '%' or '_' or '\\' ? "\\" + rune : rune.ToString();
            pattern.Append(random.Next(8) switch { 0 => "_", 1 => "%" + itself, _ => itself });
        }

        return pattern.Append(random.Next(3) == 0 ? "" : "%").ToString();
    }

    private static Rune Any(Random random)
    {
        while (true)
        {
            var limit = random.Next(4) switch { 0 => 0x80, 1 => 0x600, 2 => 0x10000, _ => 0x20000 };
            if (Rune.TryCreate(random.Next(limit), out var rune))
                return rune;
        }
    }
}
