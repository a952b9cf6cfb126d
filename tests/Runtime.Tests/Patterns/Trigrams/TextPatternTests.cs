using System.Text;
using System.Text.RegularExpressions;
using DynamoToolkit.Patterns.Trigrams;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.Runtime.Tests.Patterns.Trigrams;

public sealed class TextPatternTests
{
    private const string Start = "\u0002";
    private const string End = "\u0003";

    [Theory]
    [InlineData("%pipe%", "mypipeline", true)]
    [InlineData("pipe%", "mypipeline", false)]
    [InlineData("%line", "mypipeline", true)]
    [InlineData("my_ipe%", "mypipeline", true)]
    [InlineData("_", "👍", true)]
    [InlineData("_", "👍🏽", false)]
    [InlineData("__", "👍🏽", true)]
    [InlineData("%_👍%_", "x👍y", true)]
    [InlineData(@"100\%", "100%", true)]
    [InlineData(@"100\%", "1000", false)]
    [InlineData(@"a\_b", "axb", false)]
    [InlineData(@"a\\b", @"a\b", true)]
    [InlineData(@"\a", "a", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("%", "", true)]
    [InlineData("%%", "", true)]
    [InlineData("%a%a%", "a", false)]
    [InlineData("a%a", "a", false)]
    [InlineData("a%ba", "aba", true)]
    [InlineData("%ab%aab", "abaab", true)]
    [InlineData("Ada", "ada", false)]
    public void Like_matches_as_in_sql(string pattern, string text, bool matches) =>
        Assert.Equal(matches, TextPattern.Like(pattern, '\\', isFolded: false).Matches(text, TextFold.Of(text)));

    [Theory]
    [InlineData("%STRASSE%", "Große Straße 7", true)]
    [InlineData("caf_", "Café", true)]
    [InlineData("caf_", "Cafe\u0301", true)]
    [InlineData("_", "ß", false)]
    [InlineData("__", "ß", true)]
    [InlineData("İ%", "istanbul", true)]
    [InlineData("ı%", "istanbul", false)]
    public void Ilike_compares_folded_texts(string pattern, string text, bool matches) =>
        Assert.Equal(matches, TextPattern.Like(pattern, '\\', isFolded: true).Matches(text, TextFold.Of(text)));

    [Fact]
    public void A_pattern_is_a_regular_expression()
    {
        // Drawn from an alphabet in which matches are likely.
        var texts = Gen.Elements('a', 'b', '%', '_', '\\').ArrayOf().Select(static chars => new string(chars));
        Prop.ForAll(
            texts.ToArbitrary(),
            texts.ToArbitrary(),
            static (pattern, text) =>
            {
                if (Expression(pattern) is not { } expression)
                {
                    Assert.Throws<ArgumentException>(() => TextPattern.Like(pattern, '\\', isFolded: false));
                    return;
                }

                Assert.Equal(
                    expression.IsMatch(text), TextPattern.Like(pattern, '\\', isFolded: false).Matches(text, TextFold.Of(text)));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithQuietOnSuccess(true));
    }

    [Fact]
    public void A_text_that_matches_has_all_runs_and_lists()
    {
        var random = new Random(3);
        var matched = 0;
        for (var i = 0; i < 30_000; i++)
        {
            var text = AnyText.Draw(random);
            var pattern = AnyPattern(random, text);
            var folded = TextFold.Of(text);
            if (!pattern.Matches(text, folded))
                continue;

            matched++;
            Assert.All(pattern.Runs(), run => Assert.Contains(run, $"{Start}{folded}{End}", StringComparison.Ordinal));
            var tokens = new Trigram[TextFold.Count(text)];
            var postings = tokens[..TrigramTokens.Distinct(text, tokens)];
            Assert.All(
                Gram.Of(pattern.Runs()),
                gram => Assert.True(
                    gram == Gram.All
                        || postings.Any(one => one.Head == gram.Head && one.Tail.StartsWith(gram.Tail, StringComparison.Ordinal)),
                    $"{pattern} {gram} {text}"));
        }

        Assert.InRange(matched, 10_000, 30_000);
    }

    [Fact]
    public void Lists_are_of_three_code_points_then_of_two_then_of_all()
    {
        Assert.Equal(["ada"], Lists(TextPattern.Containing("Ada", isFolded: false)));
        Assert.Equal(["<ad"], Lists(TextPattern.StartingWith("ad", isFolded: false)));
        Assert.Equal(["<a"], Lists(TextPattern.StartingWith("a", isFolded: false)));
        Assert.Equal(["da>"], Lists(TextPattern.EndingWith("da", isFolded: false)));
        Assert.Equal(["ad"], Lists(TextPattern.Containing("ad", isFolded: false)));
        Assert.Equal([""], Lists(TextPattern.EndingWith("a", isFolded: false)));
        Assert.Equal([""], Lists(TextPattern.Containing("a", isFolded: false)));
        Assert.Equal([""], Lists(TextPattern.EqualTo("", isFolded: false)));
        Assert.Equal(["<x>"], Lists(TextPattern.EqualTo("x", isFolded: false)));
        Assert.Equal([""], Lists(TextPattern.Like("a_b%", '\\', isFolded: false).Runs().Where(static run => run == "b")));
        Assert.Equal("zq", Lists(TextPattern.Like("%zqx%run%", '\\', isFolded: false))[0][..2]);
        Assert.Equal([""], Lists(TextPattern.Containing("\u0301", isFolded: false)));
    }

    [Fact]
    public void Refuses_what_cannot_be_meant()
    {
        Assert.Throws<ArgumentException>(() => TextPattern.Like(@"a\", '\\', isFolded: false));
        Assert.Throws<ArgumentException>(() => TextPattern.Like("a", '%', isFolded: false));
        Assert.Throws<ArgumentException>(() => TextPattern.Containing("\uD800", isFolded: false));
        Assert.True(TextPattern.Like(@"a\", escape: null, isFolded: false).Matches(@"a\", @"a\"));
    }

    private static List<string> Lists(TextPattern pattern) => Lists(pattern.Runs());

    private static List<string> Lists(IEnumerable<string> runs) =>
        [.. Gram.Of(runs).Select(static gram => gram.ToString().Replace('\u0002', '<').Replace('\u0003', '>'))];

    private static Regex? Expression(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 == pattern.Length)
                return null;
            expression.Append(pattern[i] switch
            {
                '\\' => Regex.Escape(pattern[++i].ToString()),
                '%' => ".*",
                '_' => ".",
                var c => Regex.Escape(c.ToString()),
            });
        }

        return new Regex(expression.Append("\\z").ToString(), RegexOptions.Singleline);
    }

    private static TextPattern AnyPattern(Random random, string text)
    {
        var part = AnyText.Part(random, random.Next(5) == 0 ? AnyText.Draw(random) : text);
        var isFolded = random.Next(2) == 0;
        return random.Next(5) switch
        {
            0 => TextPattern.Containing(part, isFolded),
            1 => TextPattern.StartingWith(part, isFolded),
            2 => TextPattern.EndingWith(part, isFolded),
            3 => TextPattern.EqualTo(text, isFolded),
            _ => TextPattern.Like(Wild(random, text), '\\', isFolded),
        };
    }

    private static string Wild(Random random, string text)
    {
        var pattern = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var itself = rune.Value is '%' or '_' or '\\' ? "\\" + rune : rune.ToString();
            pattern.Append(random.Next(6) switch
            {
                0 => "_",
                1 => "%",
                2 => "%" + itself,
                _ => itself,
            });
        }

        return pattern.ToString();
    }
}
