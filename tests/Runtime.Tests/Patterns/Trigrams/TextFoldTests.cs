using System.Security.Cryptography;
using System.Text;
using DynamoToolkit.Patterns.Trigrams;

namespace DynamoToolkit.Runtime.Tests.Patterns.Trigrams;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("Straße STRASSE ẞ", "strasse strasse ss")]
    [InlineData("Café cafe\u0301 Å \u212B", "cafe cafe a a")]
    [InlineData("İstanbul ıI", "istanbul ıi")]
    [InlineData("ﬁle ﬃ ſ K ΣΊΣΥΦΟΣ ς µ", "file ffi s k σισυφοσ σ μ")]
    [InlineData("ｶﾞ ＡＢＣ ① Ⅷ ½", "カ abc 1 viii 1⁄2")]
    [InlineData("한 각", "\u1112\u1161\u11AB \u1100\u1161\u11A8")]
    [InlineData("\u0000a\u0001\u0002\u0003\u0004", "\uFFFDa\uFFFD\uFFFD\uFFFD\u0004")]
    [InlineData("a\u00ADb\u200Dc\uFE0F\U000E0067", "abc")]
    [InlineData("𐐀 𝔘 👍🏽", "𐐨 u 👍🏽")]
    [InlineData("", "")]
    public void Folds_by_the_table(string text, string folded) => Assert.Equal(folded, TextFold.Of(text));

    [Fact]
    public void All_folds_are_those_of_the_script()
    {
        var folds = new StringBuilder();
        for (var code = 0; code < 0x110000; code++)
        {
            if (Rune.TryCreate(code, out var rune))
                folds.Append(TextFold.Of(rune.ToString())).Append('\n');
        }

        Assert.Equal(FoldData.Hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folds.ToString()))));
    }

    [Fact]
    public void The_fold_of_a_part_is_a_part_of_the_fold()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var (first, second) = (AnyText.Draw(random), AnyText.Draw(random));
            var folded = TextFold.Of(first + second);
            Assert.Equal(TextFold.Of(first) + TextFold.Of(second), folded);
            Assert.Equal(folded, TextFold.Of(folded));
            Assert.Equal(folded.EnumerateRunes().Count(), TextFold.Count(first + second));
            Assert.DoesNotContain(folded, static c => c is (char)TextFold.Start or (char)TextFold.End);
        }
    }

    [Fact]
    public void Refuses_half_of_a_surrogate_pair()
    {
        // Attributes can't hold them.
        foreach (var text in new[] { "a\uD800", "\uDC00", "\uD800a", "\uDC00\uD800" })
            Assert.Contains("surrogate", Assert.Throws<ArgumentException>(() => TextFold.Of(text)).Message, StringComparison.Ordinal);
    }
}
