using System.Text;
using DynamoToolkit.Patterns.Trigrams;

namespace DynamoToolkit.Runtime.Tests.Patterns.Trigrams;

public sealed class TrigramTokensTests
{
    [Fact]
    public void A_text_has_a_trigram_for_each_code_point_of_its_fold()
    {
        Assert.Empty(Tokens(""));
        Assert.Equal(["<x>"], Tokens("X"));
        Assert.Equal(["<ab", "ab>"], Tokens("ab"));
        Assert.Equal(["<ad", "ada", "da>"], Tokens("Ada"));
        Assert.Equal(["<ss", "ss👍", "s👍🏽", "👍🏽>"], Tokens("ß👍🏽"));
    }

    [Fact]
    public void Tokens_are_the_windows_of_the_bracketed_fold()
    {
        var random = new Random(2);
        for (var i = 0; i < 5_000; i++)
        {
            var text = AnyText.Draw(random);
            Rune[] runes = [.. $"\u0002{TextFold.Of(text)}\u0003".EnumerateRunes()];
            var windows = Enumerable.Range(0, runes.Length - 2).Select(at => string.Concat(runes[at..(at + 3)])).ToList();
            Assert.Equal(windows.Select(Shown), Tokens(text));

            var buffer = new Trigram[TextFold.Count(text)];
            var distinct = buffer[..TrigramTokens.Distinct(text, buffer)];
            Assert.Equal(distinct.Order(), distinct);
            Assert.Equal(windows.ToHashSet(), distinct.Select(static token => token.ToString()).ToHashSet());
            Assert.Equal(windows.Distinct().Count(), distinct.Length);
        }
    }

    [Fact]
    public void Tokenizing_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("run-2026 Straße 한 ﷺ 👍🏽 ", 20));
        var buffer = new Trigram[TextFold.Count(text)];
        TrigramTokens.Distinct(text, buffer);

        // The least of a few times: a collection for another test may empty the pools.
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            ulong sum = 0;
            foreach (var token in new TrigramTokens(text))
                sum += token.Bits;
            var count = TrigramTokens.Distinct(text, buffer);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(sum > 0 && count > 0);
        }

        Assert.Equal(0, least);
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        foreach (var token in new TrigramTokens(text))
            tokens.Add(Shown(token.ToString()));
        return tokens;
    }

    private static string Shown(string token) => token.Replace('\u0002', '<').Replace('\u0003', '>');
}
