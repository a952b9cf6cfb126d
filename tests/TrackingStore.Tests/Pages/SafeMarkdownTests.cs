using TrackingStore.Pages.Layout;

namespace TrackingStore.Tests.Pages;

/// <summary>Markdown that anybody wrote.</summary>
public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData(
        "# Title\n\n*soft* **strong** ~~old~~ `code`",
        "<h3>Title</h3>\n<p><em>soft</em> <strong>strong</strong> <del>old</del> <code>code</code></p>\n")]
    [InlineData("###### six", "<h6>six</h6>\n")]
    [InlineData(
        "[a](https://example.com/x?a=1&b=2)",
        "<p><a href=\"https://example.com/x?a=1&amp;b=2\" rel=\"nofollow noopener noreferrer\">a</a></p>\n")]
    [InlineData("<me@example.com>", "<p><a href=\"mailto:me@example.com\" rel=\"nofollow noopener noreferrer\">me@example.com</a></p>\n")]
    [InlineData(
        "![alt](https://example.com/a.png)",
        "<p><a href=\"https://example.com/a.png\" rel=\"nofollow noopener noreferrer\">alt</a></p>\n")]
    [InlineData(
        "| a | b |\n|:-:|--:|\n| 1 | 2 |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
        + "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n")]
    public void Markdown_IsHtml(string text, string html) => Assert.Equal(html, SafeMarkdown.Render(text).ToString());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onmouseover=alert(1)>b</b>")]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](/runs/1)")]
    [InlineData("[x](//example.com)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x\" onerror=\"alert(1)](x)")]
    [InlineData("[x](https://example.com \"t\\\" onmouseover=\\\"alert(1)\")")]
    [InlineData("[x](https://example.com/\"onmouseover=\"alert(1))")]
    [InlineData("```\"><script>alert(1)</script>\ncode\n```")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("| <script>alert(1)</script> |\n|---|\n| x |")]
    [InlineData("<!-- x --><script>alert(1)</script>")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("# x {onclick=alert(1)}")]
    [InlineData("[x](https://example.com){onclick=alert(1)}")]
    [InlineData("ftp://example.com tel:123 www.example.com")]
    public void Attack_IsText(string text)
    {
        var html = SafeMarkdown.Render(text).ToString();
        var tags = System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>").Select(match => match.Value).ToList();
        const string Plain = """^</?(p|h3|code|pre|em|strong|table|thead|tbody|tr|th|td)( class="language-[^"<>]*")?>$|^</a>$""";
        const string Link = """^<a href="(https?://|mailto:)[^"<>]*" rel="nofollow noopener noreferrer"( title="[^"<>]*")?>$""";
        Assert.All(tags, tag => Assert.Matches($"{Plain}|{Link}", tag));
    }

    /// <summary>The parser would take a minute for it.</summary>
    [Fact]
    public void ManyBrackets_ArePlainText()
    {
        var text = string.Concat(Enumerable.Repeat("![](", 62_000));
        Assert.Equal($"<pre>{text}</pre>", SafeMarkdown.Render(text).ToString());
    }

    /// <summary>The parser refuses it, after a short time.</summary>
    [Theory]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("- ")]
    [InlineData("|a")]
    public void DeepNesting_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 5000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(SafeMarkdown.Render(text).ToString());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
