using TrackingStore.Pages.Artifacts;

namespace TrackingStore.Tests.Pages;

/// <summary>Tables as text.</summary>
public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a,b\n1,2\n", "a|b/1|2")]
    [InlineData("a,b\r\n1,2", "a|b/1|2")]
    [InlineData("\"a,b\",\"say \"\"x\"\"\"\n\"two\nlines\",", "a,b|say \"x\"/two\nlines|")]
    [InlineData("a\"b,c", "a\"b|c")]
    [InlineData("\"open,1\n2", "open,1\n2")]
    [InlineData("\n\na", "//a")]
    [InlineData(",", "|")]
    public void Rows_AreRead(string text, string expected) =>
        Assert.Equal(expected, string.Join('/', DelimitedText.Rows(text, ',', isWhole: true).Select(row => string.Join('|', row))));

    [Theory]
    [InlineData("a\tb\n1\t2\n3\t", "a|b/1|2")]
    [InlineData("a\tb\n1\t2", "a|b")]
    [InlineData("a\t\"b\n1", "")]
    public void LastRowOfAPart_IsLeftOut(string text, string expected) =>
        Assert.Equal(expected, string.Join('/', DelimitedText.Rows(text, '\t', isWhole: false).Select(row => string.Join('|', row))));
}
